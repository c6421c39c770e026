import { quietWindowSchema, type QuietWindow } from '../../../../shared/model/scan.ts';

const SHAPE = /^([1-7])(?:-([1-7]))? (\d{2}:\d{2})-(\d{2}:\d{2})$/;

/** `1-5 08:00-18:00`: from Monday to Friday; `7 00:00-24:00` is written `7 00:00-00:00`. Undefined when it is anything else. */
export function parseQuietWindow(text: string): QuietWindow | undefined {
  const match = SHAPE.exec(text.trim());
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return quietWindowSchema.safeParse({ days, from: match[3], to: match[4] }).data;
}

/** How a window is written so that `parseQuietWindow` reads it again, a line for each run of days. */
export function formatQuietWindow({ days, from, to }: QuietWindow): string {
  const sorted = days.toSorted((a, b) => a - b);
  const starts = sorted.filter((day) => !sorted.includes(day - 1));
  const ends = sorted.filter((day) => !sorted.includes(day + 1));
  return starts.map((start, index) => `${start === ends[index] ? start : `${start}-${ends[index]}`} ${from}-${to}`).join(', ');
}
