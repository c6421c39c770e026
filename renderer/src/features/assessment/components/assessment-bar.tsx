import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import { ASSESSMENT_TABS, type AssessmentSearch } from '../lib/assessment-search.ts';
import { StrategyBar } from './strategy-bar.tsx';

export interface AssessmentBarProps {
  readonly search: AssessmentSearch;
  readonly setSearch: SetUrlState<AssessmentSearch>;
  /** undefined while the systems are not yet read. */
  readonly byStrategy: OutputOf<'assessment.listSystems'>['byStrategy'] | undefined;
}

/** The three lists, and what narrows the shown one. */
export function AssessmentBar({ search, setSearch, byStrategy }: AssessmentBarProps) {
  const { t } = useTranslation('assessment');
  return (
    <Stack gap={2}>
      <Tabs label={t('title')} value={search.tab} onChange={(tab) => setSearch({ tab })} items={ASSESSMENT_TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))} />
      {search.tab === 'systems' && byStrategy !== undefined ? <StrategyBar byStrategy={byStrategy} chosen={search.strategies} onChoose={(strategies) => setSearch({ strategies }, 'replace')} /> : null}
      {search.tab === 'systems' ? <SearchField label={t('search')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} /> : null}
      {search.tab === 'servers' ? <SearchField label={t('searchServers')} value={search.filter} onChange={(filter) => setSearch({ filter }, 'replace')} width={420} /> : null}
    </Stack>
  );
}
