import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import { evidenceIdSchema, serverIdSchema, type ServerId } from '../../../../../shared/kernel/ids.ts';
import type { EvidenceRef } from '../../../../../shared/model/provenance.ts';
import { useCall } from '../../../api/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useLanguage } from '../../../ui/use-language.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { EvidenceDrawer } from '../components/evidence-drawer.tsx';
import { FactTable } from '../components/fact-table.tsx';
import { FlowsTab } from '../components/flows-tab.tsx';
import { LoadTab } from '../components/load-tab.tsx';
import { MachineTab } from '../components/machine-tab.tsx';
import { ScansTab } from '../components/scans-tab.tsx';
import { SoftwareTab } from '../components/software-tab.tsx';
import { StorageTab } from '../components/storage-tab.tsx';
import type { FactGroup } from '../lib/fact-fields.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { SERVER_TABS, SERVER_URL, type ServerTab } from '../lib/server-search.ts';

const GROUPS: readonly FactGroup[] = ['identity', 'platform', 'capacity'];

/** One server on one screen: facts with their evidence, load, storage, software, flows, scans. */
export function ServerPage() {
  const { t } = useTranslation('server');
  const { id } = useParams({ strict: false });
  const serverId = serverIdSchema.safeParse(id);
  return serverId.success ? <KnownServer serverId={serverId.data} /> : <EmptyState title={t('notFound')} action={<TextLink to="/inventory">{t('back')}</TextLink>} />;
}

function KnownServer({ serverId }: { readonly serverId: ServerId }) {
  const { t } = useTranslation('server');
  const [search, setSearch] = useUrlState(SERVER_URL);
  const answer = useCall('inventory.getServer', { serverId });
  const detail = answer.data;
  const evidenceId = evidenceIdSchema.safeParse(search.evidence);
  const openEvidence = (evidence: EvidenceRef): void => setSearch({ evidence: evidence.evidenceId, section: evidence.section });
  return (
    <Page
      title={detail?.server.hostname ?? t('title')}
      scope={detail === undefined ? undefined : [detail.server.address, detail.server.departmentName, detail.server.systemName].filter((text) => text !== null && text !== '').join(' · ')}
      toolbar={<TextLink to="/inventory" search={{ server: serverId }}>{t('back')}</TextLink>}
      bar={<Row><Tabs label={t('title')} value={search.tab} onChange={(tab) => setSearch({ tab })} items={SERVER_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))} /></Row>}
    >
      {answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} action={<TextLink to="/inventory">{t('back')}</TextLink>} />
        : detail === undefined ? <LoadingState lines={12} />
        : <Stack gap={4}><ServerNotice detail={detail} /><ServerTabContent tab={search.tab} detail={detail} onEvidence={openEvidence} /></Stack>}
      {evidenceId.success ? <EvidenceDrawer evidenceId={evidenceId.data} section={search.section} onClose={() => setSearch({ evidence: undefined, section: undefined })} /> : null}
    </Page>
  );
}

/** Partial knowledge is said before the values it concerns. */
function ServerNotice({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const language = useLanguage();
  const { server } = detail;
  if (server.lastErrorCode !== null) {
    const text = describeHostError(language, server.lastErrorCode, { host: server.hostname });
    return <Notice tone="warning" title={text.title}><p className="muted">{[text.what, text.next].filter(Boolean).join(' ')}</p></Notice>;
  }
  return server.scanState === 'never' ? <Notice tone="info" title={t('never.title')}><p className="muted">{t('never.text')}</p></Notice> : null;
}

interface ServerTabContentProps {
  readonly tab: ServerTab;
  readonly detail: ServerDetail;
  readonly onEvidence: (evidence: EvidenceRef) => void;
}

function ServerTabContent({ tab, detail, onEvidence }: ServerTabContentProps) {
  switch (tab) {
    case 'facts': return <Stack gap={2}>{GROUPS.map((group) => <FactTable key={group} detail={detail} group={group} onEvidence={onEvidence} />)}</Stack>;
    case 'load': return <LoadTab detail={detail} />;
    case 'storage': return <StorageTab detail={detail} />;
    case 'machine': return <MachineTab detail={detail} />;
    case 'software': return <SoftwareTab detail={detail} />;
    case 'flows': return <FlowsTab serverId={detail.server.id} />;
    case 'scans': return <ScansTab detail={detail} onEvidence={onEvidence} />;
  }
}
