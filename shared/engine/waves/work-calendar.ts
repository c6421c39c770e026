import { dayNumber } from '../../kernel/calendar-date.ts';
import type { PlanSettings } from '../../model/plan.ts';

/** Answers about single days, counted from 1970-01-01. */
export interface WorkCalendar {
  /** A weekday of work or a make-up day, and no holiday. A make-up day inside a holiday range is worked. */
  readonly isWorkingDay: (day: number) => boolean;
  /** A working day outside every city-wide freeze: only such days give capacity to teams. */
  readonly isOpenDay: (day: number) => boolean;
  /** The freeze of this department (or of the city) that covers the day. */
  readonly freezeOn: (departmentId: string, day: number) => string | undefined;
}

interface Range {
  readonly id: string;
  readonly fromDay: number;
  readonly toDay: number;
}

const covers = (range: Range, day: number): boolean => range.fromDay <= day && day <= range.toDay;

/** The calendar of a plan. Both ends of holidays and freezes belong to them. */
export function buildWorkCalendar(settings: Pick<PlanSettings, 'calendar' | 'freezes'>): WorkCalendar {
  const weekdays = new Set(settings.calendar.workingWeekdays);
  const makeUpDays = new Set(settings.calendar.makeUpDays.map(dayNumber));
  const holidays = settings.calendar.holidays.map((holiday): Range => ({ id: holiday.name, fromDay: dayNumber(holiday.from), toDay: dayNumber(holiday.to) }));
  const cityFreezes: Range[] = [];
  const departmentFreezes = new Map<string, Range[]>();
  for (const freeze of settings.freezes) {
    const range = { id: freeze.id, fromDay: dayNumber(freeze.from), toDay: dayNumber(freeze.to) };
    if (freeze.departmentIds === null) cityFreezes.push(range);
    for (const departmentId of freeze.departmentIds ?? []) departmentFreezes.set(departmentId, [...(departmentFreezes.get(departmentId) ?? []), range]);
  }
  const isWorkingDay = (day: number): boolean => {
    if (makeUpDays.has(day)) return true;
    return weekdays.has(((((day + 3) % 7) + 7) % 7) + 1) && !holidays.some((holiday) => covers(holiday, day));
  };
  const cityFreezeOn = (day: number): string | undefined => cityFreezes.find((freeze) => covers(freeze, day))?.id;
  return {
    isWorkingDay,
    isOpenDay: (day) => isWorkingDay(day) && cityFreezeOn(day) === undefined,
    freezeOn: (departmentId, day) => cityFreezeOn(day) ?? departmentFreezes.get(departmentId)?.find((freeze) => covers(freeze, day))?.id,
  };
}
