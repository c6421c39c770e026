import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/calendar-date.ts';
import { assigned, dayInWave, itemOf, problemOf, START, viewOf } from '../problem.fixture.ts';
import { linkCapacityRule, teamCapacityRule } from './capacity-rules.ts';
import { calendarRule, earliestDateRule, freezeRule, latestDateRule } from './date-rules.ts';
import { PLAN_RULES } from './find-violations.ts';
import { departmentLimitRule, pilotRule, waveLimitRule } from './limit-rules.ts';
import { doubleAssignmentRule, missingItemRule, unknownItemRule } from './membership-rules.ts';
import { groupSplitRule, precedenceRule, togetherRule } from './relation-rules.ts';
import { targetMissedRule } from './target-rule.ts';

const two = [itemOf('a'), itemOf('b')];

it('every rule is silent about a plan without fault', () => {
  const view = viewOf(problemOf(two), [assigned('a', 1), assigned('b', 2)]);
  for (const [name, rule] of Object.entries(PLAN_RULES)) expect(rule(view), name).toEqual([]);
});

describe('team-capacity', () => {
  const items = [itemOf('a', { effortPersonDays: { t: 6 } }), itemOf('b', { effortPersonDays: { t: 4.001 } })];
  it('adds the person-days of a wave up to its ten working days, to the thousandth', () => {
    const [violation] = teamCapacityRule(viewOf(problemOf(items), [assigned('a', 1), assigned('b', 1)]));
    expect(violation).toMatchObject({ severity: 'hard', waveIndex: 1, itemIds: ['a', 'b'], params: { teamId: 't', usedPersonDays: 10.001, capacityPersonDays: 10 } });
  });
  it('spreads a long preparation over its waves', () => {
    expect(teamCapacityRule(viewOf(problemOf(items), [assigned('a', 2, { startWaveIndex: 1 }), assigned('b', 2)]))).toEqual([]);
  });
  it('takes a freeze of the city out of the capacity', () => {
    const freezes = [{ id: 'f', name: 'f', from: START, to: addDays(START, 4), departmentIds: null }];
    expect(teamCapacityRule(viewOf(problemOf(items, { freezes }), [assigned('a', 1)]))).toMatchObject([{ params: { capacityPersonDays: 5 } }]);
  });
});

it('link-capacity: the bytes of a wave over what the line carries in its hours', () => {
  const links = [{ id: 'l', name: 'l', bitsPerSecond: 8, shareRatio: 0.5, hoursPerDay: 1, departmentIds: null }];
  const capacityBytes = 0.5 * 3600 * 14;
  const fitting = problemOf([itemOf('a', { dataBytes: capacityBytes })], { links });
  const over = problemOf([itemOf('a', { dataBytes: capacityBytes + 1 })], { links });
  expect(linkCapacityRule(viewOf(fitting, [assigned('a', 1)]))).toEqual([]);
  expect(linkCapacityRule(viewOf(over, [assigned('a', 1)]))).toMatchObject([{ itemIds: ['a'], waveIndex: 1, params: { linkId: 'l', usedBytes: capacityBytes + 1, capacityBytes } }]);
});

it('freeze: only the departments it names, both ends included', () => {
  const freezes = [{ id: 'f', name: 'f', from: dayInWave(1, 8), to: dayInWave(1, 8), departmentIds: ['x'] }];
  const view = viewOf(problemOf([itemOf('a', { departmentId: 'x' }), itemOf('b')], { freezes }), [assigned('a', 1), assigned('b', 1)]);
  expect(freezeRule(view)).toMatchObject([{ itemIds: ['a'], params: { freezeId: 'f' } }]);
});

it('wave-limit and department-limit count cut-overs, not preparation', () => {
  const view = viewOf(problemOf(two, { maxSystemsPerWave: 1, maxSystemsPerDepartmentPerWave: 1 }), [assigned('a', 2, { startWaveIndex: 1 }), assigned('b', 2)]);
  expect(waveLimitRule(view)).toMatchObject([{ waveIndex: 2, params: { systems: 2, maxSystems: 1 } }]);
  expect(departmentLimitRule(view)).toMatchObject([{ waveIndex: 2, params: { departmentId: 'd', systems: 2 } }]);
});

it('pilot: few systems and none vital in the first wave', () => {
  const view = viewOf(problemOf([itemOf('a', { criticality: 'vital' }), itemOf('b')], { pilotSystems: 1 }), [assigned('a', 1), assigned('b', 1)]);
  expect(pilotRule(view).map((violation) => violation.params)).toEqual([{ systems: 2, maxSystems: 1 }, { vitalSystems: 1 }]);
});

describe('precedence', () => {
  const problem = problemOf(two, { precedences: [{ before: 'a', after: 'b' }] });
  it.each([
    ['an earlier wave', [assigned('a', 1), assigned('b', 2)], 0],
    ['an earlier day of one wave', [assigned('a', 1, { cutOverDate: dayInWave(1, 7) }), assigned('b', 1)], 0],
    ['the same day of one group', [assigned('a', 1, { groupId: 'g' }), assigned('b', 1, { groupId: 'g' })], 0],
    ['the same day of two groups', [assigned('a', 1), assigned('b', 1)], 1],
    ['a later wave', [assigned('a', 3), assigned('b', 2)], 1],
    ['no wave at all', [assigned('b', 2)], 1],
  ])('the earlier one in %s', (_, assignments, count) => {
    expect(precedenceRule(viewOf(problem, assignments))).toHaveLength(count);
  });
});

it('together: one wave for all, or none', () => {
  const problem = problemOf(two, { together: [['b', 'a']] });
  expect(togetherRule(viewOf(problem, [assigned('a', 2), assigned('b', 2)]))).toEqual([]);
  expect(togetherRule(viewOf(problem, [assigned('a', 2), assigned('b', 5)]))).toMatchObject([{ itemIds: ['a', 'b'], params: { firstWave: 2, lastWave: 5 } }]);
});

it('group-split: a hard edge over two waves, told once for both directions', () => {
  const edges = [{ from: 'a', to: 'b', weight: 5, strength: 'hard' as const }, { from: 'b', to: 'a', weight: 9, strength: 'hard' as const }];
  expect(groupSplitRule(viewOf(problemOf(two, {}, edges), [assigned('a', 1), assigned('b', 4)]))).toMatchObject([{ severity: 'soft', itemIds: ['a', 'b'], params: { weight: 9 } }]);
  expect(groupSplitRule(viewOf(problemOf(two, {}, edges), [assigned('a', 4), assigned('b', 4)]))).toEqual([]);
});

it('earliest-date and latest-date: the day itself is allowed', () => {
  const item = itemOf('a', { earliest: dayInWave(1, 8), latest: dayInWave(1, 8) });
  expect(earliestDateRule(viewOf(problemOf([item]), [assigned('a', 1)]))).toEqual([]);
  expect(latestDateRule(viewOf(problemOf([item]), [assigned('a', 1)]))).toEqual([]);
  expect(earliestDateRule(viewOf(problemOf([item]), [assigned('a', 1, { cutOverDate: dayInWave(1, 7) })]))).toHaveLength(1);
  expect(latestDateRule(viewOf(problemOf([item]), [assigned('a', 1, { cutOverDate: dayInWave(1, 9) })]))).toHaveLength(1);
});

describe('calendar', () => {
  const problem = problemOf([itemOf('a')], { calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [{ name: 'h', from: dayInWave(1, 9), to: dayInWave(1, 9) }], makeUpDays: [dayInWave(1, 12)] } });
  it.each([
    ['a working day', dayInWave(1, 8), []],
    ['a holiday', dayInWave(1, 9), ['day-off']],
    ['a Sunday', dayInWave(1, 13), ['day-off']],
    ['a make-up Saturday', dayInWave(1, 12), []],
    ['another wave', dayInWave(2, 8), ['outside-wave']],
  ])('%s', (_, cutOverDate, problems) => {
    expect(calendarRule(viewOf(problem, [assigned('a', 1, { cutOverDate })])).map((violation) => violation.params['problem'])).toEqual(problems);
  });
});

it('unknown-item: in the plan hard, in the settings only a hint', () => {
  const view = viewOf(problemOf([itemOf('a'), itemOf('stays', { moves: false, counts: 'excluded' })], { pins: { gone: 3 } }), [assigned('a', 1), assigned('stays', 1), assigned('ghost', 1)]);
  expect(unknownItemRule(view).map(({ itemIds, severity }) => [itemIds[0], severity])).toEqual([['ghost', 'hard'], ['stays', 'hard'], ['gone', 'soft']]);
});

it('missing-item and double-assignment', () => {
  const unassigned = [{ itemId: 'a', reason: 'horizon' as const, params: {} }];
  const view = viewOf(problemOf(two), [assigned('a', 1)], { unassigned });
  expect(missingItemRule(view)).toMatchObject([{ itemIds: ['b'] }]);
  expect(doubleAssignmentRule(view)).toMatchObject([{ itemIds: ['a'], params: { count: 2 } }]);
});

it('P02 target-missed: with what is proven about the bottleneck', () => {
  const date = addDays(START, 13);
  const targets = [{ ratio: 1, date, reachedOn: null, met: false, shortfall: 2 }];
  const params = (problem: ReturnType<typeof problemOf>) => targetMissedRule(viewOf(problem, [], { targets }))[0]?.params;
  const wide = two.map((item) => ({ ...item, effortPersonDays: { t: 5 } }));
  expect(params(problemOf(wide))).toMatchObject({ shortfall: 2, proof: 'not-proven' });
  expect(params(problemOf([itemOf('a', { effortPersonDays: { t: 11 } })]))).toMatchObject({ proof: 'impossible', bottleneckKind: 'team', bottleneckId: 't', needed: 11, available: 10 });
  expect(params(problemOf(two, { pilotSystems: 1 }))).toMatchObject({ proof: 'impossible', bottleneckKind: 'wave-limit', needed: 2, available: 1 });
  expect(params(problemOf(two, { maxSystemsPerDepartmentPerWave: 1 }))).toMatchObject({ proof: 'impossible', bottleneckKind: 'department-limit', needed: 2, available: 1 });
  expect(params(problemOf([itemOf('a'), itemOf('b', { earliest: addDays(START, 30) })]))).toMatchObject({ proof: 'impossible', bottleneckKind: 'earliest-date', needed: 2, available: 1 });
  const slow = [{ id: 'l', name: 'l', bitsPerSecond: 8, shareRatio: 1, hoursPerDay: 1, departmentIds: null }];
  expect(params(problemOf([itemOf('a', { dataBytes: 60_000 })], { links: slow }))).toMatchObject({ proof: 'impossible', bottleneckKind: 'link', bottleneckId: 'l' });
});
