import { dateFromDayNumber, dayNumber, isoWeekday, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { PlanSettings } from '../../../../shared/model/plan.ts';
import type { XmlElement } from './xml-element.ts';

export const CALENDAR_UID = 1;

const SHIFTS: readonly (readonly [string, string])[] = [['08:00:00', '12:00:00'], ['13:00:00', '17:00:00']];
const WORKING_TIMES: XmlElement = ['WorkingTimes', SHIFTS.map(([from, to]): XmlElement => ['WorkingTime', [['FromTime', from], ['ToTime', to]]])];

interface Run {
  readonly fromDay: number;
  toDay: number;
  readonly open: boolean;
  readonly name: string;
}

function weekDays(workingWeekdays: readonly number[]): XmlElement {
  // DayType 1 is Sunday; ISO weekday 7 is Sunday.
  return ['WeekDays', Array.from({ length: 7 }, (_, index): XmlElement => {
    const working = workingWeekdays.includes(index === 0 ? 7 : index);
    return ['WeekDay', [['DayType', index + 1], ['DayWorking', working ? 1 : 0], ...(working ? [WORKING_TIMES] : [])]];
  })];
}

function nameOf(day: number, settings: PlanSettings): string {
  const covers = (range: { from: CalendarDate; to: CalendarDate }) => dayNumber(range.from) <= day && day <= dayNumber(range.to);
  return settings.freezes.find((freeze) => freeze.departmentIds === null && covers(freeze))?.name ?? settings.calendar.holidays.find(covers)?.name ?? 'Working day in exchange';
}

/** Days that differ from their weekday, as runs that never overlap: Project refuses overlapping exceptions. */
function exceptionRuns(settings: PlanSettings, isOpenDay: (day: number) => boolean, fromDay: number, toDay: number): Run[] {
  const runs: Run[] = [];
  for (let day = fromDay; day <= toDay; day += 1) {
    const open = isOpenDay(day);
    if (open === settings.calendar.workingWeekdays.includes(isoWeekday(dateFromDayNumber(day)))) continue;
    const name = nameOf(day, settings);
    const last = runs.at(-1);
    if (last !== undefined && last.toDay === day - 1 && last.open === open && last.name === name) last.toDay = day;
    else runs.push({ fromDay: day, toDay: day, open, name });
  }
  return runs;
}

/** The programme's calendar: weekdays, holidays, days worked in exchange, city-wide freezes. */
export function calendarElement(settings: PlanSettings, isOpenDay: (day: number) => boolean, fromDay: number, toDay: number): XmlElement {
  const exceptions = exceptionRuns(settings, isOpenDay, fromDay, toDay).map((run): XmlElement => ['Exception', [
    ['EnteredByOccurrences', 0],
    ['TimePeriod', [['FromDate', `${dateFromDayNumber(run.fromDay)}T00:00:00`], ['ToDate', `${dateFromDayNumber(run.toDay)}T23:59:00`]]],
    ['Occurrences', run.toDay - run.fromDay + 1],
    ['Name', run.name],
    ['Type', 1],
    ['DayWorking', run.open ? 1 : 0],
    ...(run.open ? [WORKING_TIMES] : []),
  ]]);
  return ['Calendar', [
    ['UID', CALENDAR_UID],
    ['Name', 'Landfall'],
    ['IsBaseCalendar', 1],
    ['BaseCalendarUID', -1],
    weekDays(settings.calendar.workingWeekdays),
    ...(exceptions.length > 0 ? [['Exceptions', exceptions] satisfies XmlElement] : []),
  ]];
}
