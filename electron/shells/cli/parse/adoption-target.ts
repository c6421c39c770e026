import { calendarDateSchema, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';

export interface AdoptionTarget {
  readonly ratio: number;
  readonly date: CalendarDate;
}

/** `80%@2027-06-30` → { ratio: 0.8, date }. Undefined when it is anything else. */
export function parseAdoptionTarget(text: string): AdoptionTarget | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)%@(\d{4}-\d{2}-\d{2})$/.exec(text.trim());
  const date = calendarDateSchema.safeParse(match?.[2]);
  const percent = Number(match?.[1]);
  if (!match || !date.success || percent <= 0 || percent > 100) return undefined;
  return { ratio: Number((percent / 100).toFixed(6)), date: date.data };
}
