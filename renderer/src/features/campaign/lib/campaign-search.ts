import { campaignIdSchema, type CampaignId } from '../../../../../shared/kernel/ids.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

export const CAMPAIGN_TABS = ['coverage', 'servers', 'dwells'] as const;
export type CampaignTab = (typeof CAMPAIGN_TABS)[number];

/** What the address of the screen holds. */
export interface CampaignSearch {
  /** The campaign that is open. */
  readonly campaign: CampaignId | undefined;
  readonly tab: CampaignTab;
}

export const CAMPAIGN_URL: UrlState<CampaignSearch> = {
  read: (raw) => ({ campaign: campaignIdSchema.safeParse(raw['campaign']).data, tab: CAMPAIGN_TABS.find((tab) => tab === raw['tab']) ?? 'coverage' }),
  write: ({ campaign, tab }) => ({ campaign, tab: tab === 'coverage' ? undefined : tab }),
};
