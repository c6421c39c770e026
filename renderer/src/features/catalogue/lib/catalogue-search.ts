import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

export const CATALOGUE_TABS = ['flavours', 'services', 'policy'] as const;
export type CatalogueTab = (typeof CATALOGUE_TABS)[number];

/** The view of the catalogue that the address holds. */
export interface CatalogueSearch {
  readonly tab: CatalogueTab;
  readonly text: string;
}

export const CATALOGUE_URL: UrlState<CatalogueSearch> = {
  read: (raw) => ({ tab: CATALOGUE_TABS.find((tab) => tab === raw['tab']) ?? 'flavours', text: searchText(raw['text']) }),
  write: ({ tab, text }) => ({ tab: tab === 'flavours' ? undefined : tab, text }),
};
