import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import { useCommand } from '../api/use-command.ts';
import { Icon } from '../ui/icon.tsx';
import { InfoMark } from '../ui/info-mark.tsx';
import { Menu } from '../ui/menu.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './top-bar.module.css';
import { useProject, type ProjectStatus } from './use-project.ts';

/** Which project is open, where it lies and whether everything is saved. */
export function ProjectBadge() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const project = useProject();
  const close = useCommand('project.close');
  const backUp = useCommand('project.backUp');
  const readOnly = project?.mode === 'read-only';
  const recent = useCall('project.listRecent', {}, { enabled: readOnly }).data?.projects.find((one) => one.path === project?.path);
  const open = useCommand('project.open');
  const goHome = (): void => void navigate({ to: '/projects' });
  if (project === undefined || !project.open) return <span className={styles.name}>{t('name')}</span>;
  return (
    <>
      <Menu
        items={[
          { key: 'other', label: t('project.other'), icon: 'folder', onSelect: goHome },
          ...(recent === undefined || !readOnly ? [] : [{ key: 'write', label: t('project.openForWriting'), icon: 'edit', onSelect: () => open.mutate({ recentId: recent.id, takeOver: true }) } as const]),
          { key: 'backup', label: t('project.backUp'), icon: 'copy', onSelect: () => backUp.mutate({}), disabledReason: readOnly ? t('project.readOnlyReason') : undefined },
          { key: 'close', label: t('project.close'), icon: 'close', onSelect: () => close.mutate({}, { onSuccess: () => void navigate({ to: '/' }) }) },
        ]}
      >
        <button type="button" className={styles.projectButton} aria-label={t('project.menu', { name: project.name ?? '' })}>
          <span className={styles.name}>{project.name}</span>
          <Icon name="chevronDown" size={12} />
        </button>
      </Menu>
      <span className={styles.path} title={project.path ?? ''}>{project.path}</span>
      <SavedState project={project} />
    </>
  );
}

function SavedState({ project }: { readonly project: ProjectStatus }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (
    <>
      {project.sample ? <StatusMark kind="excluded" look="soft" label={t('project.sample')} /> : null}
      {project.mode === 'read-only' ? <ReadOnlyMark lockedBy={project.lockedBy} /> : null}
      {project.mode === 'writable' && project.savedAt !== null ? <span className={styles.saved} role="status">{t('project.saved', { time: format.clock(project.savedAt) })}</span> : null}
    </>
  );
}

/** Who else holds the project is told where it says that nothing can be saved. */
function ReadOnlyMark({ lockedBy }: { readonly lockedBy: ProjectStatus['lockedBy'] }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const why = lockedBy === null ? t('project.notWritable') : t('project.heldBy', { pid: lockedBy.pid, host: lockedBy.host, since: format.instant(lockedBy.since) });
  return (
    <>
      <StatusMark kind="warning" look="soft" label={t('project.readOnly')} />
      <InfoMark subject={t('project.readOnly')} definition={why} />
    </>
  );
}
