import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { draftProblems, EMPTY_DRAFT, type SystemDraft } from '../lib/system-draft.ts';
import { toSystemInput } from '../lib/system-input.ts';
import { SystemFields } from './system-fields.tsx';

export interface CreateSystemDialogProps {
  readonly departmentId: string | undefined;
  readonly onClose: () => void;
  readonly onCreated: (systemId: string) => void;
}

export function CreateSystemDialog({ departmentId, onClose, onCreated }: CreateSystemDialogProps) {
  const { t } = useTranslation('systems');
  const [draft, setDraft] = useState<SystemDraft>({ ...EMPTY_DRAFT, departmentId: departmentId ?? null });
  const [tried, setTried] = useState(false);
  const create = useCommand('organisation.createSystem', { quiet: true });
  const problems = draftProblems(draft);
  const submit = (): void => {
    setTried(true);
    if (problems.length > 0 || draft.departmentId === null) return;
    create.mutate({ ...toSystemInput(draft), name: draft.name.trim(), departmentId: draft.departmentId }, {
      onSuccess: ({ system }) => {
        onCreated(system.id);
        onClose();
      },
    });
  };
  return (
    <Dialog title={t('new')} opened onClose={onClose}>
      <Stack gap={4}>
        <SystemFields draft={draft} problems={tried ? problems : []} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        {create.error === null ? null : <ErrorNotice error={create.error} />}
        <Row justify="flex-end"><Button variant="primary" loading={create.isPending} onClick={submit}>{t('create')}</Button></Row>
      </Stack>
    </Dialog>
  );
}
