import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverIdSchema } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { usePagedRows, type PagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { RulesEditor } from '../components/rules-editor.tsx';
import { ServersAssessment } from '../components/servers-assessment.tsx';
import { SizingInspector } from '../components/sizing-inspector.tsx';
import { StrategyBar } from '../components/strategy-bar.tsx';
import { SystemsAssessment } from '../components/systems-assessment.tsx';
import { WhyInspector } from '../components/why-inspector.tsx';
import { useSystemAssessment } from '../components/use-system-assessment.ts';
import { ASSESSMENT_TABS, ASSESSMENT_URL } from '../lib/assessment-search.ts';

/** Strategy per system, size per server, and the rules behind them. */
export function AssessmentPage() {
  const { t } = useTranslation('assessment');
  const format = useFormat();
  const [search, setSearch] = useUrlState(ASSESSMENT_URL);
  const onSystems = search.tab === 'systems';
  const onServers = search.tab === 'servers';
  const systems = usePagedRows('assessment.listSystems', { text: search.text, ...(search.strategies.length === 0 ? {} : { strategies: [...search.strategies] }) }, { enabled: onSystems });
  const servers = usePagedRows('assessment.listServers', { filter: search.filter }, { enabled: onServers });
  const catalogue = useCall('catalogue.get', {}).data?.catalogue;
  const flavours = useMemo(() => new Map((catalogue?.flavours ?? []).map((flavour) => [flavour.id, flavour])), [catalogue]);
  const currency = catalogue?.currency ?? 'CNY';
  const opened = useSystemAssessment(onSystems ? search.system : undefined, systems);
  const serverId = serverIdSchema.safeParse(search.server);
  const clear = (): void => setSearch({ text: '', strategies: [], filter: '' });
  const filtered = onSystems ? search.text !== '' || search.strategies.length > 0 : search.filter !== '';

  const inspector = onSystems && opened !== undefined ? <WhyInspector assessment={opened} onClose={() => setSearch({ system: undefined })} />
    : onServers && serverId.success ? <SizingInspector serverId={serverId.data} currency={currency} onClose={() => setSearch({ server: undefined })} />
    : undefined;
  const scope = onSystems && systems.first !== undefined ? t('scopeSystems', { shown: format.count(systems.total), total: format.count(systems.grandTotal) })
    : onServers && servers.first !== undefined ? t('scopeServers', { shown: format.count(servers.total), total: format.count(servers.grandTotal) })
    : undefined;
  return (
    <Page
      title={t('title')}
      scope={scope}
      layout={search.tab === 'rules' ? 'scroll' : 'fill'}
      bar={
        <Stack gap={2}>
          <Tabs label={t('title')} value={search.tab} onChange={(tab) => setSearch({ tab })} items={ASSESSMENT_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))} />
          {onSystems && systems.first !== undefined ? <StrategyBar byStrategy={systems.first.byStrategy} chosen={search.strategies} onChoose={(strategies) => setSearch({ strategies }, 'replace')} /> : null}
          {onSystems ? <SearchField label={t('search')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} /> : null}
          {onServers ? <SearchField label={t('searchServers')} value={search.filter} onChange={(filter) => setSearch({ filter }, 'replace')} width={420} /> : null}
        </Stack>
      }
      inspector={inspector}
    >
      {search.tab === 'rules' ? <RulesEditor />
        : onServers ? <ServersAssessment servers={servers} flavours={flavours} currency={currency} activeId={search.server} onOpen={(server) => setSearch({ server })} placeholder={<AssessmentPlaceholder rows={servers} filtered={filtered} onClear={clear} />} />
        : <SystemsAssessment systems={systems} activeId={search.system} onOpen={(system) => setSearch({ system })} placeholder={<AssessmentPlaceholder rows={systems} filtered={filtered} onClear={clear} />} />}
    </Page>
  );
}

interface AssessmentPlaceholderProps {
  readonly rows: Pick<PagedRows<'assessment.listServers'>, 'error' | 'retry' | 'isLoading'>;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function AssessmentPlaceholder({ rows, filtered, onClear }: AssessmentPlaceholderProps) {
  const { t } = useTranslation('assessment');
  const go = useGo();
  if (rows.error !== null) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  if (rows.isLoading) return <LoadingState />;
  if (filtered) return <EmptyState title={t('emptyFilter.title')} action={<Button onClick={onClear}>{t('emptyFilter.action')}</Button>} />;
  return <EmptyState title={t('empty.title')} text={t('empty.text')} action={<><Button variant="primary" onClick={() => go('/scan')}>{t('empty.scan')}</Button><Button onClick={() => go('/systems')}>{t('empty.systems')}</Button></>} />;
}
