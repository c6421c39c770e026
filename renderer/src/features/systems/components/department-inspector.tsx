import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Inspector } from '../../../ui/inspector.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { showToast } from '../../../ui/toast.ts';
import { DepartmentForm, type DepartmentDraft } from './department-form.tsx';
import type { DepartmentSummary } from './use-all-departments.ts';

export interface DepartmentInspectorProps {
  readonly department: DepartmentSummary;
  readonly onClose: () => void;
}

/** One department, changed in place. */
export function DepartmentInspector({ department, onClose }: DepartmentInspectorProps) {
  const { t } = useTranslation('systems');
  const [change, setChange] = useState<Partial<DepartmentDraft>>({});
  const [asking, setAsking] = useState(false);
  const save = useCommand('organisation.updateDepartment', { quiet: true });
  const remove = useCommand('organisation.deleteDepartment');
  const draft: DepartmentDraft = { ...department, ...change };
  const dirty = Object.entries(change).some(([key, value]) => department[key as keyof DepartmentDraft] !== value);
  const nameless = draft.name.trim() === '';
  const submit = (): void =>
    save.mutate({ id: department.id, changes: change }, {
      onSuccess: () => {
        setChange({});
        showToast({ title: t('saved'), tone: 'done' });
      },
    });
  return (
    <Inspector name="departments" title={department.name} onClose={onClose}>
      <Stack gap={4}>
        <TextLink to="/systems" search={{ department: department.id }}>{t('departments.openSystems')}</TextLink>
        <DepartmentForm draft={draft} nameError={nameless ? t('problem.name') : undefined} onChange={(part) => setChange((before) => ({ ...before, ...part }))} />
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <Row justify="space-between">
          <Row>
            <Button variant="primary" loading={save.isPending} disabledReason={!dirty ? t('saved') : nameless ? t('problem.name') : undefined} onClick={submit}>{t('save')}</Button>
            {dirty ? <Button onClick={() => setChange({})}>{t('discard')}</Button> : null}
          </Row>
          <Button variant="quiet" icon="trash" disabledReason={department.systemCount > 0 ? t('departments.delete.inUse', { count: department.systemCount }) : undefined} onClick={() => setAsking(true)}>{t('delete.button')}</Button>
        </Row>
        <ConfirmDialog opened={asking} danger title={t('departments.delete.title', { name: department.name })} confirmLabel={t('delete.button')} busy={remove.isPending} onCancel={() => setAsking(false)} onConfirm={() => remove.mutate({ id: department.id }, { onSuccess: onClose, onSettled: () => setAsking(false) })}>
          <p>{t('departments.delete.text')}</p>
        </ConfirmDialog>
      </Stack>
    </Inspector>
  );
}
