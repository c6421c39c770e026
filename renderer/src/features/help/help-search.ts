import type { UrlState } from '../../ui/use-url-state.ts';

export const HELP_TABS = ['screens', 'keys', 'glossary'] as const;

/** The view of the help that the address holds. */
export interface HelpSearch {
  readonly tab: (typeof HELP_TABS)[number];
}

export const HELP_URL: UrlState<HelpSearch> = {
  read: (raw) => ({ tab: HELP_TABS.find((tab) => tab === raw['tab']) ?? 'screens' }),
  write: ({ tab }) => ({ tab: tab === 'screens' ? undefined : tab }),
};
