import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';

type Check = OutputOf<'diagnostics.examine'>['checks'][number];
const MARK: Readonly<Record<Check['state'], StatusKind>> = { ok: 'done', warning: 'warning', failed: 'blocked' };

/** Versions, and an examination of this machine. */
export function AboutSection() {
  const { t } = useTranslation('settings');
  const about = useCall('diagnostics.about', {});
  return (
    <>
      <Section title={t('about.title')}>
        {about.data === undefined ? null : (
          <DefinitionList
            items={[
              { key: 'version', label: t('about.version'), value: about.data.version },
              { key: 'shell', label: t('about.shell'), value: t(`about.shells.${about.data.shell}`) },
              { key: 'platform', label: t('about.platform'), value: about.data.platform },
              { key: 'node', label: 'Node.js', value: about.data.node },
              { key: 'sqlite', label: 'SQLite', value: about.data.sqlite },
              { key: 'probe', label: t('about.probe'), value: <span className="mono">{about.data.probeSha256}</span> },
            ]}
          />
        )}
        {about.error === null ? null : <ErrorState error={about.error} />}
      </Section>
      <Examination />
    </>
  );
}

function Examination() {
  const { t } = useTranslation('settings');
  const examine = useCall('diagnostics.examine', {});
  return (
    <Section title={t('doctor.title')} note={t('doctor.text')} actions={<Button size="small" icon="refresh" loading={examine.isFetching} onClick={() => void examine.refetch()}>{t('doctor.again')}</Button>}>
      {examine.isPending ? <LoadingState lines={4} /> : null}
      {examine.error === null ? null : <ErrorState error={examine.error} onRetry={() => void examine.refetch()} />}
      {examine.data === undefined ? null : (
        <SimpleTable
          label={t('doctor.title')}
          rows={examine.data.checks}
          keyOf={(check) => check.name}
          columns={[
            { key: 'name', title: t('doctor.check'), cell: (check) => t(`doctor.name.${check.name}`) },
            { key: 'state', title: t('doctor.state'), cell: (check) => <StatusMark kind={MARK[check.state]} label={t(`doctor.${check.state}`)} /> },
            { key: 'detail', title: t('doctor.detail'), cell: (check) => <span className="mono">{Object.entries(check.detail).map(([name, value]) => `${name} ${value}`).join('  ')}</span> },
          ]}
        />
      )}
    </Section>
  );
}
