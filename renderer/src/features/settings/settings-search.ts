import type { UrlState } from '../../ui/use-url-state.ts';

export const SETTINGS_TABS = ['general', 'audit', 'backups'] as const;

/** The view of the settings that the address holds. */
export interface SettingsSearch {
  readonly tab: (typeof SETTINGS_TABS)[number];
}

export const SETTINGS_URL: UrlState<SettingsSearch> = {
  read: (raw) => ({ tab: SETTINGS_TABS.find((tab) => tab === raw['tab']) ?? 'general' }),
  write: ({ tab }) => ({ tab: tab === 'general' ? undefined : tab }),
};
