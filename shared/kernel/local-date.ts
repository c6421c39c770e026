import { dateFromDayNumber, type CalendarDate } from './calendar-date.ts';

/** The day on the wall calendar of this machine at an instant: what a person means by "today". */
export function localCalendarDate(instant: Date): CalendarDate {
  return dateFromDayNumber(Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()) / 86_400_000);
}
