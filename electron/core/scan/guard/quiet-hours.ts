import type { QuietWindow } from '../../../../shared/model/scan.ts';

const MINUTES_PER_DAY = 1440;
const MINUTE_MS = 60_000;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes of a window that begins on its day; one that ends before it begins lasts past midnight. */
function spanOf({ from, to }: QuietWindow): { start: number; end: number } {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return { start, end: end > start ? end : end + MINUTES_PER_DAY };
}

function endOf(window: QuietWindow, weekday: number, minute: number): number | undefined {
  const { start, end } = spanOf(window);
  if (window.days.includes(weekday) && minute >= start && minute < end) return end - minute;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  const late = minute + MINUTES_PER_DAY;
  return window.days.includes(dayBefore) && late >= start && late < end ? end - late : undefined;
}

/** Milliseconds until no window forbids scanning any more, by the wall clock of this machine; 0 when none does now. */
export function quietForMs(now: Date, windows: readonly QuietWindow[]): number {
  let waited = 0;
  // Windows may join each other; a week of them without a gap never ends, and is looked at anew then.
  while (waited < 7 * MINUTES_PER_DAY) {
    const at = new Date(now.getTime() + waited * MINUTE_MS);
    const weekday = at.getDay() === 0 ? 7 : at.getDay();
    const minute = at.getHours() * 60 + at.getMinutes();
    const ends = windows.flatMap((window) => endOf(window, weekday, minute) ?? []);
    if (ends.length === 0) break;
    waited += Math.max(...ends);
  }
  return waited === 0 ? 0 : waited * MINUTE_MS - (now.getSeconds() * 1000 + now.getMilliseconds());
}
