import { addDays, calendarDateSchema, dayNumber, daysBetween, isoWeekday, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { localCalendarDate } from '../../../shared/kernel/local-date.ts';
import type { PlanSettings } from '../../../shared/model/plan.ts';
import { buildWorkCalendar } from '../../../shared/engine/waves/work-calendar.ts';
import holidays from './public-holidays.json' with { type: 'json' };

/** What the defaults are sized by: the register as it is now. */
export interface ProgrammeSize {
  readonly systems: number;
  readonly largestDepartment: number;
  readonly effortPersonDays: Readonly<Record<string, number>>;
}

/** The three roles a programme starts with; see team-shares.ts for what each does. */
export const DEFAULT_TEAMS = [
  { id: 'platform', name: '平台组' },
  { id: 'application', name: '应用组' },
  { id: 'data', name: '数据组' },
] as const;

const WAVE_DAYS = 14;
/** Room over the plain average of the effort: holidays, uneven groups, the pilot's slow start. */
const TEAM_ROOM = 1.4;
/** 10 Gbit/s, half of it, eight hours at night. */
const CITY_LINK = { id: 'city', name: '政务外网', bitsPerSecond: 10_000_000_000, shareRatio: 0.5, hoursPerDay: 8, departmentIds: null } as const;

/** The first Monday after the day. */
export function nextMonday(date: CalendarDate): CalendarDate {
  return addDays(date, 8 - isoWeekday(date));
}

function workCalendar(): PlanSettings['calendar'] {
  return {
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: holidays.years.flatMap((year) => year.holidays.map((holiday) => ({ name: holiday.name, from: calendarDateSchema.parse(holiday.from), to: calendarDateSchema.parse(holiday.to) }))),
    makeUpDays: holidays.years.flatMap((year) => year.makeUpDays.map((day) => calendarDateSchema.parse(day))),
  };
}

function workingDays(calendar: PlanSettings['calendar'], from: CalendarDate, to: CalendarDate): number {
  const { isOpenDay } = buildWorkCalendar({ calendar, freezes: [] });
  let count = 0;
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) if (isOpenDay(day)) count += 1;
  return Math.max(1, count);
}

function wholeDays(value: number): number {
  return Math.max(2, Math.ceil(value));
}

/**
 * The settings a new project starts with: from the next Monday on, waves of 14 days, 80 % after a year and 100 % after
 * two (or the targets given), and teams as large as that programme needs: a proposal to be replaced by the real ones.
 */
export function defaultSettings(now: Date, size: ProgrammeSize, given: { targets?: PlanSettings['targets'] | undefined; startDate?: CalendarDate | undefined } = {}): PlanSettings {
  const startDate = given.startDate ?? nextMonday(localCalendarDate(now));
  const targets = given.targets ?? [{ ratio: 0.8, date: addDays(startDate, 364) }, { ratio: 1, date: addDays(startDate, 728) }];
  const calendar = workCalendar();
  const paceOf = (target: PlanSettings['targets'][number]): { perDay: number; perWave: number } => ({
    perDay: target.ratio / workingDays(calendar, startDate, target.date),
    perWave: target.ratio / Math.max(1, Math.floor((daysBetween(startDate, target.date) + 1) / WAVE_DAYS) - 1),
  });
  const paces = targets.map(paceOf);
  const fastest = Math.max(...paces.map((pace) => pace.perDay));
  const steepest = Math.max(...paces.map((pace) => pace.perWave));
  const perWave = Math.max(5, Math.ceil(size.systems * steepest * 1.5));
  return {
    startDate,
    waveLengthDays: WAVE_DAYS,
    measure: 'systems',
    targets,
    calendar,
    freezes: [],
    teams: DEFAULT_TEAMS.map((team) => ({ ...team, personDaysPerDay: wholeDays((size.effortPersonDays[team.id] ?? 0) * fastest * TEAM_ROOM) })),
    links: [CITY_LINK],
    maxSystemsPerWave: perWave,
    maxSystemsPerDepartmentPerWave: Math.max(3, Math.ceil(size.largestDepartment * steepest * 2)),
    maxServersPerGroup: 60,
    pilotSystems: Math.min(3, perWave),
    precedences: [],
    together: [],
    pins: {},
  };
}
