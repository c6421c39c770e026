import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/simple-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import styles from '../home.module.css';

type Recent = OutputOf<'project.listRecent'>['projects'][number];

/** Projects opened on this machine; one whose file is gone can be taken off the list. */
export function RecentProjects({ onOpen }: { readonly onOpen: (recent: Recent) => void }) {
  const { t } = useTranslation('home');
  const recent = useCall('project.listRecent', {});
  return (
    <Section title={t('recent.title')}>
      {recent.isPending ? <LoadingState lines={3} /> : null}
      {recent.error === null ? null : <ErrorState error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.data === undefined ? null : recent.data.projects.length === 0 ? <EmptyState title={t('recent.empty.title')} text={t('recent.empty.text')} /> : <RecentTable projects={recent.data.projects} onOpen={onOpen} />}
    </Section>
  );
}

function RecentTable({ projects, onOpen }: { readonly projects: readonly Recent[]; readonly onOpen: (recent: Recent) => void }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const forget = useCommand('project.forgetRecent');
  const columns: readonly SimpleColumn<Recent>[] = [
    { key: 'name', title: t('recent.name'), cell: (project) => (project.exists ? <button type="button" className={styles.open} onClick={() => onOpen(project)}>{project.name}</button> : <span>{project.name} <StatusMark kind="warning" label={t('recent.missing')} /></span>) },
    { key: 'path', title: t('recent.path'), cell: (project) => <span className="muted">{project.path}</span> },
    { key: 'size', title: t('recent.size'), align: 'right', cell: (project) => format.bytes(project.sizeBytes) },
    { key: 'changed', title: t('recent.changed'), align: 'right', cell: (project) => format.instant(project.changedAt) },
    { key: 'opened', title: t('recent.opened'), align: 'right', cell: (project) => format.instant(project.openedAt) },
    { key: 'remove', title: '', align: 'right', cell: (project) => <Button size="small" variant="quiet" onClick={() => forget.mutate({ recentId: project.id })}>{t('recent.remove')}</Button> },
  ];
  return <SimpleTable label={t('recent.title')} columns={columns} rows={projects} keyOf={(project) => project.id} />;
}
