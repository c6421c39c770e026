import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemSummary } from '../../../../../shared/model/service-system.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { draftChanges, draftOf, draftProblems, type SystemDraft } from '../lib/system-draft.ts';
import { toSystemInput } from '../lib/system-input.ts';
import { SystemFields } from './system-fields.tsx';

export interface SystemEditorProps {
  readonly system: SystemSummary;
  readonly onDeleted: () => void;
}

/** The facts of one system, changed in place; saved as one undoable step. */
export function SystemEditor({ system, onDeleted }: SystemEditorProps) {
  const { t } = useTranslation('systems');
  const stored = draftOf(system);
  const [change, setChange] = useState<Partial<SystemDraft>>({});
  const [asking, setAsking] = useState(false);
  const save = useCommand('organisation.updateSystems', { quiet: true });
  const remove = useCommand('organisation.deleteSystem');
  const draft = { ...stored, ...change };
  const problems = draftProblems(draft);
  const changes = draftChanges(stored, draft);
  const dirty = Object.keys(changes).length > 0;
  const submit = (): void =>
    save.mutate({ ids: [system.id], changes: toSystemInput(changes) }, {
      onSuccess: () => {
        setChange({});
        showToast({ title: t('saved'), tone: 'done' });
      },
    });
  return (
    <Stack gap={4}>
      <SystemFields draft={draft} problems={problems} onChange={(part) => setChange((before) => ({ ...before, ...part }))} />
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <Row justify="space-between">
        <Row>
          <Button variant="primary" loading={save.isPending} disabledReason={!dirty ? t('saved') : problems[0] === undefined ? undefined : t(`problem.${problems[0]}`)} onClick={submit}>{t('save')}</Button>
          {dirty ? <Button onClick={() => setChange({})}>{t('discard')}</Button> : null}
        </Row>
        <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>{t('delete.button')}</Button>
      </Row>
      <ConfirmDialog opened={asking} danger title={t('delete.title', { name: system.name })} confirmLabel={t('delete.button')} busy={remove.isPending} onCancel={() => setAsking(false)} onConfirm={() => remove.mutate({ id: system.id }, { onSuccess: onDeleted, onSettled: () => setAsking(false) })}>
        <p>{t('delete.text')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
