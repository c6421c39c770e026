import { STRATEGIES, type Strategy } from '../../../../../shared/model/strategy.ts';
import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

export const ASSESSMENT_TABS = ['systems', 'servers', 'rules'] as const;
export type AssessmentTab = (typeof ASSESSMENT_TABS)[number];

/** The view of the assessment that the address holds. */
export interface AssessmentSearch {
  readonly tab: AssessmentTab;
  readonly text: string;
  readonly strategies: readonly Strategy[];
  readonly filter: string;
  readonly system: string | undefined;
  readonly server: string | undefined;
}

export const ASSESSMENT_URL: UrlState<AssessmentSearch> = {
  read: (raw) => ({
    tab: ASSESSMENT_TABS.find((tab) => tab === raw['tab']) ?? 'systems',
    text: searchText(raw['text']),
    strategies: STRATEGIES.filter((strategy) => searchText(raw['strategies']).split(',').includes(strategy)),
    filter: searchText(raw['filter']),
    system: searchText(raw['system']) || undefined,
    server: searchText(raw['server']) || undefined,
  }),
  write: ({ tab, text, strategies, filter, system, server }) => ({ tab: tab === 'systems' ? undefined : tab, text, strategies: strategies.join(','), filter, system, server }),
};
