import { dateFromDayNumber, dayNumber, isoWeekday, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { CampaignPlan, CampaignWindow } from '../../model/campaign.ts';

/** One server, one span of time, as milliseconds since 1970. */
export interface PlannedDwell<Server> {
  readonly server: Server;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** Beyond this a plan is refused rather than built. */
export const MAX_DWELLS = 200_000;
export const MAX_CAMPAIGN_DAYS = 92;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** To log in, to store, to let the next one begin. */
const TURN_MINUTES = 1;

interface Span { readonly from: number; readonly to: number }

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function spansOn(windows: readonly CampaignWindow[], weekday: number, always: boolean): Span[] {
  return windows.filter(({ weekdays }) => always || weekdays.includes(weekday)).map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
}

/** Windows of one day that overlap are one. */
function united(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

function isMonthEnd(day: CalendarDate): boolean {
  return dateFromDayNumber(dayNumber(day) + 1).endsWith('-01');
}

/** Starts of the rounds of one day, in minutes of that day on the wall clock. */
function roundsOn(plan: CampaignPlan, day: CalendarDate): number[] {
  const weekday = isoWeekday(day);
  const open = united(spansOn(plan.windows, weekday, plan.monthEnd && isMonthEnd(day)));
  return open.flatMap(({ from, to }) => {
    const count = Math.floor((to - from) / (plan.dwellMinutes + TURN_MINUTES));
    return Array.from({ length: count }, (_, round) => from + round * (plan.dwellMinutes + TURN_MINUTES));
  });
}

function daysOf({ firstDay, lastDay }: CampaignPlan): CalendarDate[] {
  const first = dayNumber(firstDay);
  const count = Math.min(MAX_CAMPAIGN_DAYS, dayNumber(lastDay) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => dateFromDayNumber(first + index));
}

/**
 * All dwells of a plan in the order of their time. Each round watches as many servers as the plan allows at once; the next round
 * goes on with the next servers, so that all get the same number of turns (one more or less). When a day's turns are a whole
 * number of rounds through the list, the next day begins one round later, so that nobody always meets the same hour.
 * `undefined`: more than `MAX_DWELLS`.
 */
export function planDwells<Server>(plan: CampaignPlan, servers: readonly Server[]): PlannedDwell<Server>[] | undefined {
  const atOnce = Math.min(plan.atOnce, servers.length);
  if (atOnce === 0) return [];
  const dwells: PlannedDwell<Server>[] = [];
  let cursor = 0;
  for (const day of daysOf(plan)) {
    const rounds = roundsOn(plan, day);
    if (dwells.length + rounds.length * atOnce > MAX_DWELLS) return undefined;
    const midnightMs = dayNumber(day) * DAY_MS - plan.utcOffsetMinutes * MINUTE_MS;
    for (const minute of rounds) {
      const startsAtMs = midnightMs + minute * MINUTE_MS;
      for (let place = 0; place < atOnce; place += 1) {
        const server = servers[(cursor + place) % servers.length];
        if (server !== undefined) dwells.push({ server, startsAtMs, endsAtMs: startsAtMs + plan.dwellMinutes * MINUTE_MS });
      }
      cursor = (cursor + atOnce) % servers.length;
    }
    if (rounds.length > 0 && (rounds.length * atOnce) % servers.length === 0) cursor = (cursor + atOnce) % servers.length;
  }
  return dwells;
}
