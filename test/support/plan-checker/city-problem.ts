import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { seededRandom, type SeededRandom } from '../../../shared/kernel/seeded-random.ts';
import type { PlanEdge, PlanItem, PlanProblem, PlanSettings } from '../../../shared/model/plan.ts';

const START = '2026-11-30' as CalendarDate;
const TEAMS = ['platform', 'application', 'data'] as const;

function citySettings(systems: number, overrides: Partial<PlanSettings>): PlanSettings {
  const pace = Math.max(1, systems / 100);
  return {
    startDate: START,
    waveLengthDays: 14,
    measure: 'systems',
    targets: [{ ratio: 0.8, date: addDays(START, 420) }, { ratio: 1, date: addDays(START, 560) }],
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [{ name: 'spring', from: addDays(START, 68), to: addDays(START, 75) }], makeUpDays: [addDays(START, 62)] },
    freezes: [{ id: 'year-end', name: 'year end', from: addDays(START, 26), to: addDays(START, 33), departmentIds: null }],
    teams: TEAMS.map((id) => ({ id, name: id, personDaysPerDay: Math.round(6 * pace) })),
    links: [{ id: 'city', name: 'city', bitsPerSecond: 10_000_000_000, shareRatio: 0.5, hoursPerDay: 8, departmentIds: null }],
    maxSystemsPerWave: Math.ceil(8 * pace),
    maxSystemsPerDepartmentPerWave: 4,
    maxServersPerGroup: 60,
    pilotSystems: 3,
    precedences: [],
    together: [],
    pins: {},
    ...overrides,
  };
}

/** Long-tailed sizes like a city's: most systems have 2-5 servers, few have dozens. */
function cityItem(random: SeededRandom, position: number, departments: number): PlanItem {
  const serverCount = Math.max(1, Math.round(Math.exp(random.normal(1.2, 0.9))));
  const effort = 4 + serverCount * 2.5;
  const department = Math.min(departments - 1, Math.floor(departments * random.next() ** 1.8));
  return {
    id: `s${String(position).padStart(4, '0')}`,
    name: `System ${position}`,
    departmentId: `d${String(department).padStart(3, '0')}`,
    serverCount,
    vcpuCount: serverCount * random.pick([4, 8, 16]),
    dataBytes: Math.round(serverCount * Math.exp(random.normal(26.5, 1.4))),
    effortPersonDays: { platform: Math.round(effort * 40) / 100, application: Math.round(effort * 40) / 100, data: Math.round(effort * 20) / 100 },
    criticality: random.pick(['low', 'medium', 'high', 'vital', null]),
    moves: random.next() > 0.06,
    counts: 'when-cut-over',
    earliest: random.next() < 0.15 ? addDays(START, random.integer(10, 250)) : null,
    latest: null,
  };
}

/** A realistic random programme of `systems` systems: departments by a long tail, edges inside and across them. */
export function cityProblem(systems: number, seed: number, overrides: Partial<PlanSettings> = {}): PlanProblem {
  const random = seededRandom(seed);
  const departments = Math.max(1, Math.round(systems / 3.75));
  const items = Array.from({ length: systems }, (_, position) => cityItem(random.fork(`item-${position}`), position, departments)).map((item) => (item.moves ? item : { ...item, counts: 'excluded' as const }));
  const edgeRandom = random.fork('edges');
  const edges = Array.from({ length: Math.round(systems * 1.7) }, (): PlanEdge => {
    const from = edgeRandom.integer(0, systems - 1);
    const to = Math.min(systems - 1, Math.max(0, edgeRandom.next() < 0.6 ? from + edgeRandom.integer(-5, 5) : edgeRandom.integer(0, systems - 1)));
    const strength = edgeRandom.next() < 0.15 ? 'hard' : edgeRandom.next() < 0.2 ? 'shared' : 'soft';
    return { from: `s${String(from).padStart(4, '0')}`, to: `s${String(to).padStart(4, '0')}`, weight: edgeRandom.integer(1, 400), strength };
  });
  const precedences = Array.from({ length: Math.round(systems / 10) }, () => {
    const before = edgeRandom.integer(0, systems - 2);
    const after = edgeRandom.integer(before + 1, systems - 1);
    return { before: `s${String(before).padStart(4, '0')}`, after: `s${String(after).padStart(4, '0')}` };
  });
  return {
    schema: 1,
    settings: citySettings(systems, { precedences, ...overrides }),
    departments: Array.from({ length: departments }, (_, position) => ({ id: `d${String(position).padStart(3, '0')}`, name: `Department ${position}` })),
    items,
    edges,
  };
}
