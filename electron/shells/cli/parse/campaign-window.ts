import { campaignWindowSchema, type CampaignWindow } from '../../../../shared/model/campaign.ts';

/** `1-5@09:00-11:00`, `1,3@14:00-16:00`, `09:00-11:00` (every day); 1 is Monday. Undefined when it is none. */
export function parseCampaignWindow(text: string): CampaignWindow | undefined {
  const match = /^(?:([1-7](?:[-,][1-7]){0,6})@)?(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const parts = (match[1] ?? '1-7').split(',').map((part) => part.split('-').map(Number));
  const weekdays = parts.flatMap(([first = 0, last = first]) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index));
  return campaignWindowSchema.safeParse({ weekdays: [...new Set(weekdays)].sort((left, right) => left - right), from: match[2], to: match[3] }).data;
}
