import { describe, expect, it } from 'vitest';
import { addDays, isoWeekday } from '../../kernel/calendar-date.ts';
import type { PlanSettings } from '../../model/plan.ts';
import { createPlan } from './create-plan.ts';
import { dayInWave, itemOf, problemOf, START } from './problem.fixture.ts';

function waveOf(plan: ReturnType<typeof createPlan>, itemId: string): number | undefined {
  return plan.assignments.find((assignment) => assignment.itemId === itemId)?.waveIndex;
}

describe('createPlan', () => {
  it('cuts over on working days of the window at the end of a wave', () => {
    const plan = createPlan(problemOf([itemOf('a'), itemOf('b'), itemOf('c')]));
    for (const { cutOverDate } of plan.assignments) {
      expect(isoWeekday(cutOverDate)).toBeLessThanOrEqual(5);
      expect(cutOverDate >= dayInWave(1, 7) && cutOverDate <= dayInWave(1, 13)).toBe(true);
    }
    expect(plan.waves[0]).toMatchObject({ from: START, to: dayInWave(1, 13), cutOverFrom: dayInWave(1, 7), cutOverTo: dayInWave(1, 11) });
  });

  it('prepares a large system over several waves', () => {
    const plan = createPlan(problemOf([itemOf('a', { effortPersonDays: { t: 25 } })]));
    expect(plan.assignments).toMatchObject([{ startWaveIndex: 1, waveIndex: 3 }]);
    expect(plan.waves.map((wave) => wave.teamLoad[0]?.usedPersonDays)).toEqual([8.333, 8.333, 8.334]);
  });

  it('keeps hard dependencies on one day and says why', () => {
    const plan = createPlan(problemOf([itemOf('a'), itemOf('b'), itemOf('c')], {}, [{ from: 'b', to: 'a', weight: 3, strength: 'hard' }]));
    expect(plan.groups).toEqual([
      { id: 'G001', itemIds: ['a', 'b'], reasons: [{ kind: 'hard-dependency', itemIds: ['a', 'b'] }] },
      { id: 'G002', itemIds: ['c'], reasons: [{ kind: 'single', itemIds: ['c'] }] },
    ]);
  });

  it('puts the predecessor first, chains included', () => {
    const plan = createPlan(problemOf(['a', 'b', 'c'].map((id) => itemOf(id)), { precedences: [{ before: 'c', after: 'b' }, { before: 'b', after: 'a' }] }));
    const dates = ['c', 'b', 'a'].map((id) => plan.assignments.find((assignment) => assignment.itemId === id)?.cutOverDate ?? '');
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBe(3);
  });

  it('keeps a pin even where it breaks a rule, and shows what it breaks', () => {
    const plan = createPlan(problemOf([itemOf('a', { effortPersonDays: { t: 30 } })], { pins: { a: 1 } }));
    expect(plan.assignments).toMatchObject([{ waveIndex: 1, pinned: true }]);
    expect(plan.violations.map((violation) => violation.rule)).toEqual(['team-capacity']);
  });

  it('splits a group whose members are pinned to different waves', () => {
    const edges = [{ from: 'a', to: 'b', weight: 3, strength: 'hard' as const }];
    const plan = createPlan(problemOf([itemOf('a'), itemOf('b')], { pins: { a: 2, b: 5 } }, edges));
    expect([waveOf(plan, 'a'), waveOf(plan, 'b')]).toEqual([2, 5]);
    expect(plan.violations.map((violation) => violation.rule)).toEqual(['group-split']);
  });

  it.each<[string, Parameters<typeof itemOf>[1], Partial<PlanSettings>, string]>([
    ['team-capacity', {}, { teams: [{ id: 't', name: 't', personDaysPerDay: 0 }, { id: 'u', name: 'u', personDaysPerDay: 1 }] }, 'team-capacity'],
    ['link-capacity', {}, { links: [{ id: 'l', name: 'l', bitsPerSecond: 0, shareRatio: 1, hoursPerDay: 24, departmentIds: null }] }, 'link-capacity'],
    ['freeze', {}, { freezes: [{ id: 'f', name: 'f', from: START, to: addDays(START, 9000), departmentIds: ['d'] }] }, 'freeze'],
    ['latest-date', { latest: dayInWave(1, 2) }, {}, 'latest-date'],
    ['earliest-date', { earliest: addDays(START, 9000) }, {}, 'earliest-date'],
    ['group-too-large', { effortPersonDays: { t: 5000 } }, {}, 'group-too-large'],
    ['horizon', {}, { pins: { a: 99_999 } }, 'horizon'],
  ])('lists what finds no place, with the reason %s', (_, item, settings, reason) => {
    const plan = createPlan(problemOf([itemOf('a', item)], settings));
    expect(plan.unassigned).toMatchObject([{ itemId: 'a', reason }]);
    expect(plan.assignments).toEqual([]);
  });

  it('gives the follower of an unplaced system no place either', () => {
    const plan = createPlan(problemOf([itemOf('a', { effortPersonDays: { t: 5000 } }), itemOf('b')], { precedences: [{ before: 'a', after: 'b' }] }));
    expect(plan.unassigned.map(({ itemId, reason }) => [itemId, reason])).toEqual([['a', 'group-too-large'], ['b', 'precedence']]);
  });

  it('leaves what stays out of the waves and out of the fraction', () => {
    const plan = createPlan(problemOf([itemOf('a'), itemOf('b', { moves: false, counts: 'excluded' }), itemOf('c', { moves: false, counts: 'already-adopted' })]));
    expect(plan.adoption.systems.map(({ adopted, total }) => [adopted, total])).toEqual([[1, 2], [2, 2]]);
  });
});

describe('problems without meaning', () => {
  it.each<[string, () => unknown, string]>([
    ['no system', () => createPlan(problemOf([])), 'plan.no_systems'],
    ['an order in a circle', () => createPlan(problemOf([itemOf('a'), itemOf('b')], { precedences: [{ before: 'a', after: 'b' }, { before: 'b', after: 'a' }] })), 'plan.precedence_cycle'],
    ['a system before itself', () => createPlan(problemOf([itemOf('a')], { precedences: [{ before: 'a', after: 'a' }] })), 'plan.precedence_cycle'],
    ['a target before the start', () => createPlan(problemOf([itemOf('a')], { targets: [{ ratio: 1, date: addDays(START, -1) }] })), 'plan.invalid_target'],
    ['falling targets', () => createPlan(problemOf([itemOf('a')], { targets: [{ ratio: 1, date: addDays(START, 10) }, { ratio: 0.5, date: addDays(START, 20) }] })), 'plan.invalid_target'],
    ['teams without a day', () => createPlan(problemOf([itemOf('a')], { teams: [{ id: 't', name: 't', personDaysPerDay: 0 }] })), 'plan.invalid_settings'],
    ['a week without work', () => createPlan(problemOf([itemOf('a')], { calendar: { workingWeekdays: [], holidays: [], makeUpDays: [] } })), 'plan.invalid_settings'],
    ['a freeze that ends before it begins', () => createPlan(problemOf([itemOf('a')], { freezes: [{ id: 'f', name: 'f', from: addDays(START, 5), to: START, departmentIds: null }] })), 'plan.invalid_settings'],
    ['a team nobody has', () => createPlan(problemOf([itemOf('a', { effortPersonDays: { nobody: 1 } })])), 'plan.invalid_settings'],
    ['one id twice', () => createPlan(problemOf([itemOf('a'), itemOf('a')])), 'plan.invalid_settings'],
  ])('%s is refused with a code', (_, make, code) => {
    expect(make).toThrow(expect.objectContaining({ code }));
  });

  it('P03 names the systems on the circle in their order', () => {
    const precedences = [{ before: 'a', after: 'b' }, { before: 'b', after: 'c' }, { before: 'c', after: 'b' }];
    expect(() => createPlan(problemOf(['a', 'b', 'c'].map((id) => itemOf(id)), { precedences }))).toThrow(expect.objectContaining({ params: { systems: ['System b', 'System c'], ids: ['b', 'c'] } }));
  });
});
