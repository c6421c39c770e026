import { z } from 'zod';

/** A day without a time or a zone, `YYYY-MM-DD`. Wave dates are days; instants are ISO strings with `Z`. */
export type CalendarDate = string & { readonly __calendarDate: true };

const DAY_MS = 86_400_000;

function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).toISOString().slice(0, 10) === text ? time / DAY_MS : undefined;
}

export const calendarDateSchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, { message: 'calendar_date' })
  .transform((text) => text as CalendarDate);

/** An instant as ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
export const instantSchema = z.iso.datetime();

/** Days since 1970-01-01. Throws RangeError when the text is not a real day. */
export function dayNumber(date: CalendarDate): number {
  const day = parseDay(date);
  if (day === undefined) throw new RangeError(`Not a calendar date: ${date}`);
  return day;
}

export function dateFromDayNumber(day: number): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function isoWeekday(date: CalendarDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

/** The UTC day of an instant. */
export function calendarDateOf(instant: string): CalendarDate {
  return instant.slice(0, 10) as CalendarDate;
}
