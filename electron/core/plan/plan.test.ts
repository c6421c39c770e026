import { describe, expect, it } from 'vitest';
import { addDays, calendarDateSchema, dayNumber, isoWeekday } from '../../../shared/kernel/calendar-date.ts';
import { systemIdSchema } from '../../../shared/kernel/ids.ts';
import { planSettingsSchema } from '../../../shared/model/plan.ts';
import type { Strategy } from '../../../shared/model/strategy.ts';
import { buildWorkCalendar } from '../../../shared/engine/waves/work-calendar.ts';
import type { AssessedSystem } from '../assessment/index.ts';
import { buildProblem } from './build-problem.ts';
import { defaultSettings, nextMonday } from './default-settings.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { shareEffort } from './team-shares.ts';

const NOW = new Date('2026-11-25T08:00:00Z');
const SIZE = { systems: 900, largestDepartment: 40, effortPersonDays: { platform: 6000, application: 7000, data: 4000 } };
const settings = defaultSettings(NOW, SIZE);

function system(id: string, strategy: Strategy, environment: string | null = 'production'): AssessedSystem {
  return {
    row: { id: systemIdSchema.parse(id), name: id, departmentId: 'd', departmentName: 'D', criticality: null, environment, protectionLevel: null, classified: null, earliest: '2027-01-04', latest: null },
    serverCount: 3, vcpuCount: 12, usedStorageBytes: 500,
    result: { strategy, layer: null, ruleId: 'r', reason: '', facts: [], effortPersonDays: 10, rejectedRuleCount: 0 },
    overridden: false, pricePerMonthMinor: 1,
  };
}

describe('the settings a project starts with', () => {
  it('are valid, start on the next Monday and size the teams by the work', () => {
    expect(planSettingsSchema.parse(settings)).toEqual(settings);
    expect(settings.startDate).toBe('2026-11-30');
    expect(settings.targets).toEqual([{ ratio: 0.8, date: addDays(settings.startDate, 364) }, { ratio: 1, date: addDays(settings.startDate, 728) }]);
    const { isOpenDay } = buildWorkCalendar(settings);
    const days = Array.from({ length: 365 }, (_, offset) => dayNumber(settings.startDate) + offset).filter(isOpenDay).length;
    for (const team of settings.teams) expect(team.personDaysPerDay * days).toBeGreaterThan(0.8 * (SIZE.effortPersonDays[team.id as 'data'] ?? 0));
  });

  it('ask for more people when the targets given are nearer', () => {
    const nearer = defaultSettings(NOW, SIZE, { targets: [{ ratio: 1, date: addDays(settings.startDate, 120) }] });
    nearer.teams.forEach((team, position) => expect(team.personDaysPerDay).toBeGreaterThan(settings.teams[position]?.personDaysPerDay ?? Number.NaN));
  });

  it('work on the make-up days and rest on the holidays of 2026 as they were announced', () => {
    const { isWorkingDay } = buildWorkCalendar(settings);
    const works = (date: string) => isWorkingDay(dayNumber(calendarDateSchema.parse(date)));
    expect(['2026-02-14', '2026-02-28', '2026-10-10'].map(works)).toEqual([true, true, true]);
    expect(['2026-02-17', '2026-10-07', '2026-10-11'].map(works)).toEqual([false, false, false]);
  });

  it.each(['2026-11-23', '2026-11-25', '2026-11-29'])('the Monday after %s', (date) => {
    const monday = nextMonday(calendarDateSchema.parse(date));
    expect(isoWeekday(monday)).toBe(1);
    expect(monday).toBe('2026-11-30');
  });
});

describe('shareEffort', () => {
  it('splits by role among the teams there are, and adds up', () => {
    const shares = shareEffort('rehost', 10, settings.teams);
    expect(shares).toEqual({ platform: 5, application: 3, data: 2 });
    expect(shareEffort('rehost', 10, settings.teams.slice(0, 2))).toEqual({ platform: 6.25, application: 3.75 });
  });

  it('splits by capacity among teams of other kinds', () => {
    expect(shareEffort('rehost', 9, [{ id: 'x', name: 'X', personDaysPerDay: 2 }, { id: 'y', name: 'Y', personDaysPerDay: 1 }])).toEqual({ x: 6, y: 3 });
  });
});

describe('buildProblem', () => {
  const facts = { settings, departments: [{ id: 'd', name: 'D' }], systems: [system('a', 'rehost'), system('b', 'retain'), system('c', 'retire'), system('e', 'replatform', 'test')], flows: [{ from: 'a', to: 'e', port: 3306, connections: 5 }, { from: 'a', to: 'b', port: 3306, connections: 5 }, { from: 'a', to: 'gone', port: 80, connections: 1 }], states: new Map(), today: settings.startDate };

  it('counts what moves, leaves out what stays or is to be retired', () => {
    expect(buildProblem(facts).items.map(({ id, moves, counts }) => [id, moves, counts])).toEqual([['a', true, 'when-cut-over'], ['b', false, 'excluded'], ['c', false, 'excluded'], ['e', true, 'when-cut-over']]);
  });

  it('takes what was cut over as adopted, whatever the plan says', () => {
    const states = new Map([['a', 'stabilising' as const], ['b', 'accepted' as const], ['c', 'source-retired' as const]]);
    expect(buildProblem({ ...facts, states }).items.map(({ counts }) => counts)).toEqual(['already-adopted', 'excluded', 'already-adopted', 'when-cut-over']);
  });

  it('plans a programme under way from today on', () => {
    const earliest = (today: string) => buildProblem({ ...facts, today: calendarDateSchema.parse(today) }).items[0]?.earliest;
    expect(['2026-11-30', '2027-01-03', '2027-02-01'].map(earliest)).toEqual(['2027-01-04', '2027-01-04', '2027-02-01']);
  });

  it('hard edges only between productive systems of the register', () => {
    expect(buildProblem(facts).edges.map(({ from, to, strength }) => [from, to, strength])).toEqual([['a', 'b', 'hard'], ['a', 'e', 'soft']]);
  });
});

it('packs a document and refuses one that unpacks beyond the limit', () => {
  expect(unpackJson(packJson(settings), planSettingsSchema)).toEqual(settings);
  expect(() => unpackJson(packJson('x'.repeat(5000)), planSettingsSchema, 4096)).toThrow(RangeError);
});
