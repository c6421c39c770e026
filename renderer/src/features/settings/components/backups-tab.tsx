import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { useFormat } from '../../../ui/use-format.ts';

type Backup = OutputOf<'project.listBackups'>['backups'][number];

/** Whole copies of the project file, checked before they count. */
export function BackupsTab() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const backups = useCall('project.listBackups', {});
  const backUp = useCommand('project.backUp');
  const restore = useCommand('project.restoreBackup');
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <Section title={t('backups.title')} note={t('backups.text')} actions={<Button size="small" icon="copy" loading={backUp.isPending} onClick={() => backUp.mutate({})}>{t('backups.now')}</Button>}>
      {backups.isPending ? <LoadingState lines={4} /> : null}
      {backups.error === null ? null : <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />}
      {backups.data?.backups.length === 0 ? <EmptyState title={t('backups.empty')} /> : null}
      {backups.data === undefined || backups.data.backups.length === 0 ? null : (
        <SimpleTable
          label={t('backups.title')}
          rows={backups.data.backups}
          keyOf={(backup) => backup.id}
          columns={[
            { key: 'at', title: t('backups.at'), cell: (backup) => format.instant(backup.at) },
            { key: 'reason', title: t('backups.reason'), cell: (backup) => t(`backups.reasons.${backup.reason}`) },
            { key: 'size', title: t('backups.size'), align: 'right', cell: (backup) => format.bytes(backup.sizeBytes) },
            { key: 'restore', title: '', align: 'right', cell: (backup) => <Button size="small" variant="quiet" onClick={() => setChosen(backup)}>{t('backups.restore')}</Button> },
          ]}
        />
      )}
      <ConfirmDialog
        opened={chosen !== null}
        title={t('backups.confirm.title')}
        confirmLabel={t('backups.restore')}
        danger
        busy={restore.isPending}
        onCancel={() => setChosen(null)}
        onConfirm={() => {
          if (chosen !== null) restore.mutate({ id: chosen.id }, { onSettled: () => setChosen(null) });
        }}
      >
        {t('backups.confirm.text', { at: format.instant(chosen?.at) })}
      </ConfirmDialog>
    </Section>
  );
}
