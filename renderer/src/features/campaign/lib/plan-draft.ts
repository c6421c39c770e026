import type { InputOf } from '../../../../../shared/contract/contract.ts';
import { addDays, type CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { campaignPlanSchema } from '../../../../../shared/model/campaign.ts';

export type PlanInput = InputOf<'campaign.create'>['plan'];

export interface WindowDraft {
  readonly from: string;
  readonly to: string;
}

/** What the form holds; one choice of weekdays serves all windows. */
export interface PlanDraft {
  readonly name: string;
  readonly filter: string;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly weekdays: readonly string[];
  readonly windows: readonly WindowDraft[];
  readonly monthEnd: boolean;
  readonly dwellMinutes: number | null;
  readonly atOnce: number | null;
}

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const TWO_WEEKS_DAYS = 13;
export const MAX_WINDOWS = 4;

/** Office hours of the coming two weeks: when a city's systems work. */
export function newPlanDraft(today: CalendarDate): PlanDraft {
  return {
    name: '', filter: '', firstDay: today, lastDay: addDays(today, TWO_WEEKS_DAYS), weekdays: ['1', '2', '3', '4', '5'],
    windows: [{ from: '09:00', to: '11:00' }, { from: '14:00', to: '16:00' }], monthEnd: true, dwellMinutes: 10, atOnce: 50,
  };
}

/** The draft as the contract wants it; null while something is missing or wrong. */
export function planOf(draft: PlanDraft, utcOffsetMinutes: number): PlanInput | null {
  const plan = {
    name: draft.name.trim(), filter: draft.filter.trim(), firstDay: draft.firstDay, lastDay: draft.lastDay, monthEnd: draft.monthEnd, dwellMinutes: draft.dwellMinutes, atOnce: draft.atOnce, utcOffsetMinutes,
    windows: draft.windows.map(({ from, to }) => ({ weekdays: draft.weekdays.map(Number), from, to })),
  };
  const parsed = campaignPlanSchema.safeParse(plan);
  if (!parsed.success || parsed.data.lastDay < parsed.data.firstDay) return null;
  return { ...parsed.data, windows: parsed.data.windows.map((window) => ({ ...window })) };
}

/** Does this window read as one? */
export function isWindow({ from, to }: WindowDraft): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(from) && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(to) && from < to;
}
