import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Page } from '../../../ui/page.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { AssessmentBar } from '../components/assessment-bar.tsx';
import { AssessmentInspector } from '../components/assessment-inspector.tsx';
import { AssessmentPlaceholder } from '../components/assessment-placeholder.tsx';
import { RulesEditor } from '../components/rules-editor.tsx';
import { ServersAssessment } from '../components/servers-assessment.tsx';
import { SystemsAssessment } from '../components/systems-assessment.tsx';
import { ASSESSMENT_URL } from '../lib/assessment-search.ts';

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
  const clear = (): void => setSearch({ text: '', strategies: [], filter: '' });
  const filtered = onSystems ? search.text !== '' || search.strategies.length > 0 : search.filter !== '';

  const scope = onSystems && systems.first !== undefined ? t('scopeSystems', { shown: format.count(systems.total), total: format.count(systems.grandTotal) })
    : onServers && servers.first !== undefined ? t('scopeServers', { shown: format.count(servers.total), total: format.count(servers.grandTotal) })
    : undefined;
  return (
    <Page
      title={t('title')}
      scope={scope}
      layout={search.tab === 'rules' ? 'scroll' : 'fill'}
      bar={<AssessmentBar search={search} setSearch={setSearch} byStrategy={systems.first?.byStrategy} />}
      inspector={<AssessmentInspector search={search} setSearch={setSearch} currency={currency} />}
    >
      {search.tab === 'rules' ? <RulesEditor />
        : onServers ? <ServersAssessment servers={servers} flavours={flavours} currency={currency} activeId={search.server} onOpen={(server) => setSearch({ server })} placeholder={<AssessmentPlaceholder of="servers" rows={servers} filtered={filtered} onClear={clear} />} />
        : <SystemsAssessment systems={systems} activeId={search.system} onOpen={(system) => setSearch({ system })} placeholder={<AssessmentPlaceholder of="systems" rows={systems} filtered={filtered} onClear={clear} />} />}
    </Page>
  );
}
