import { SECTION_NAMES, type SectionName } from '../../../../../shared/model/host-facts.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';
import { searchText } from '../../../ui/page-href.ts';

export const SERVER_TABS = ['facts', 'load', 'storage', 'machine', 'software', 'flows', 'scans'] as const;
export type ServerTab = (typeof SERVER_TABS)[number];

/** The view of a server that the address holds. */
export interface ServerSearch {
  readonly tab: ServerTab;
  /** The evidence open in the drawer. */
  readonly evidence: string | undefined;
  readonly section: SectionName | undefined;
}

export const SERVER_URL: UrlState<ServerSearch> = {
  read: (raw) => ({
    tab: SERVER_TABS.find((tab) => tab === raw['tab']) ?? 'facts',
    evidence: searchText(raw['evidence']) || undefined,
    section: SECTION_NAMES.find((section) => section === raw['section']),
  }),
  write: ({ tab, evidence, section }) => ({ tab: tab === 'facts' ? undefined : tab, evidence, section }),
};
