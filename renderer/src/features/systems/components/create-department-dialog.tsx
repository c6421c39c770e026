import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { DepartmentForm, type DepartmentDraft } from './department-form.tsx';

export interface CreateDepartmentDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (departmentId: string) => void;
}

export function CreateDepartmentDialog({ onClose, onCreated }: CreateDepartmentDialogProps) {
  const { t } = useTranslation('systems');
  const [draft, setDraft] = useState<DepartmentDraft>({ name: '', code: null, sector: null, contact: null });
  const [tried, setTried] = useState(false);
  const create = useCommand('organisation.createDepartment', { quiet: true });
  const nameless = draft.name.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (nameless) return;
    create.mutate({ ...draft, name: draft.name.trim() }, {
      onSuccess: ({ department }) => {
        onCreated(department.id);
        onClose();
      },
    });
  };
  return (
    <Dialog title={t('departments.new')} opened onClose={onClose} size="small">
      <Stack gap={4}>
        <DepartmentForm draft={draft} nameError={tried && nameless ? t('problem.name') : undefined} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        {create.error === null ? null : <ErrorNotice error={create.error} />}
        <Row justify="flex-end"><Button variant="primary" loading={create.isPending} onClick={submit}>{t('create')}</Button></Row>
      </Stack>
    </Dialog>
  );
}
