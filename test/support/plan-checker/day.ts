const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`, by the platform's own parser. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: number): number {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return weekday === 0 ? 7 : weekday;
}
