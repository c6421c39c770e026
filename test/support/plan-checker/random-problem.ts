import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { PlanItem, PlanProblem } from '../../../shared/model/plan.ts';

const START = '2026-11-30' as CalendarDate;
const date = (from: number, to: number) => fc.integer({ min: from, max: to }).map((offset) => addDays(START, offset));
const range = fc.record({ from: date(0, 200), days: fc.integer({ min: 0, max: 20 }) }).map(({ from, days }) => ({ from, to: addDays(from, days) }));
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });

function itemOf(position: number, departments: number): fc.Arbitrary<PlanItem> {
  const effort = fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100);
  return fc.record({
    id: fc.constant(`s${position}`),
    name: fc.constant(`System ${position}`),
    departmentId: fc.integer({ min: 0, max: departments - 1 }).map((number) => `d${number}`),
    serverCount: fc.integer({ min: 0, max: 30 }),
    vcpuCount: fc.integer({ min: 0, max: 400 }),
    dataBytes: fc.integer({ min: 0, max: 60_000_000_000_000 }),
    effortPersonDays: fc.record({ a: effort, b: effort }, { requiredKeys: [] }),
    criticality: fc.constantFrom('low' as const, 'medium' as const, 'high' as const, 'vital' as const, null),
    moves: fc.boolean().chain((first) => (first ? fc.constant(true) : fc.boolean())),
    counts: fc.constant<PlanItem['counts']>('when-cut-over'),
    earliest: fc.option(date(0, 300), { nil: null, freq: 5 }),
    latest: fc.option(date(40, 700), { nil: null, freq: 8 }),
  }).chain((item) => (item.moves ? fc.constant(item) : fc.constantFrom<PlanItem['counts']>('already-adopted', 'excluded').map((counts) => ({ ...item, counts }))));
}

function settingsOf(systems: number, departments: number): fc.Arbitrary<PlanProblem['settings']> {
  const id = fc.integer({ min: 0, max: systems - 1 }).map((number) => `s${number}`);
  const departmentIds = rarely(fc.uniqueArray(fc.integer({ min: 0, max: departments - 1 }).map((number) => `d${number}`), { maxLength: 3 }));
  const rising = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), date(30, 300), date(301, 900)).map(([one, other, first, second]) => [
    { ratio: Math.min(one, other) / 100, date: first },
    { ratio: Math.max(one, other) / 100, date: second },
  ]);
  const forward = fc.tuple(fc.integer({ min: 0, max: systems - 1 }), fc.integer({ min: 0, max: systems - 1 })).filter(([one, other]) => one !== other).map(([one, other]) => ({ before: `s${Math.min(one, other)}`, after: `s${Math.max(one, other)}` }));
  return fc.record({
    startDate: fc.constant(START),
    waveLengthDays: fc.constantFrom(7, 14, 28),
    measure: fc.constantFrom('systems' as const, 'servers' as const, 'vcpu' as const, 'departments' as const),
    targets: rising,
    calendar: fc.record({ workingWeekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [6, 7]), holidays: fc.array(range.map((days) => ({ name: 'holiday', ...days })), { maxLength: 3 }), makeUpDays: fc.array(date(0, 200), { maxLength: 4 }) }),
    freezes: fc.array(fc.tuple(range, departmentIds), { maxLength: 3 }).map((list) => list.map(([days, ids], position) => ({ id: `f${position}`, name: 'freeze', ...days, departmentIds: ids }))),
    teams: fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 })).map(([a, b]) => [{ id: 'a', name: 'A', personDaysPerDay: a / 10 }, { id: 'b', name: 'B', personDaysPerDay: b / 10 }]),
    links: fc.array(fc.tuple(fc.constantFrom(0, 100_000_000, 1_000_000_000, 10_000_000_000), departmentIds), { maxLength: 2 }).map((list) => list.map(([bitsPerSecond, ids], position) => ({ id: `l${position}`, name: 'line', bitsPerSecond, shareRatio: 0.5, hoursPerDay: 8, departmentIds: ids }))),
    maxSystemsPerWave: fc.integer({ min: 1, max: 8 }),
    maxSystemsPerDepartmentPerWave: fc.integer({ min: 1, max: 5 }),
    maxServersPerGroup: fc.integer({ min: 1, max: 80 }),
    pilotSystems: fc.integer({ min: 1, max: 4 }),
    precedences: fc.array(forward, { maxLength: 5 }),
    together: fc.array(fc.uniqueArray(id, { minLength: 2, maxLength: 3 }), { maxLength: systems > 2 ? 2 : 0 }),
    pins: fc.dictionary(id, fc.integer({ min: 1, max: 12 }), { maxKeys: 3 }),
  });
}

/** Problems of every kind, most of them awkward: tight teams, odd calendars, pins that contradict, lines of 0 bit/s. */
export const randomProblem: fc.Arbitrary<PlanProblem> = fc.record({ systems: fc.integer({ min: 2, max: 24 }), departments: fc.integer({ min: 1, max: 5 }) }).chain(({ systems, departments }) => {
  const end = fc.integer({ min: 0, max: systems - 1 }).map((number) => `s${number}`);
  return fc.record({
    schema: fc.constant(1 as const),
    settings: settingsOf(systems, departments),
    departments: fc.constant(Array.from({ length: departments }, (_, position) => ({ id: `d${position}`, name: `Department ${position}` }))),
    items: fc.tuple(...Array.from({ length: systems }, (_, position) => itemOf(position, departments))),
    edges: fc.array(fc.record({ from: end, to: end, weight: fc.integer({ min: 0, max: 500 }), strength: fc.constantFrom('hard' as const, 'soft' as const, 'shared' as const) }), { maxLength: 20 }),
  });
});
