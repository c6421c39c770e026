import { expect, test } from 'vitest';
import { nextActions, type OverviewFacts } from './next-actions.ts';

const empty: OverviewFacts = { servers: 0, systems: 0, failedServers: 0, pendingHostKeys: 0, hasPlan: false, unassigned: 0, missedTargets: 0, lateSystems: 0, scanning: false };
const keys = (changes: Partial<OverviewFacts>): string[] => nextActions({ ...empty, ...changes }).map(({ key }) => key);

test('an empty project has one next action', () => {
  expect(keys({})).toEqual(['scan']);
  expect(keys({ scanning: true })).toEqual(['watchScan']);
});

test('data comes before the plan, the plan before lateness', () => {
  expect(keys({ servers: 60, systems: 9, failedServers: 4, pendingHostKeys: 2 })).toEqual(['approveKeys', 'mendFailed', 'createPlan']);
  expect(keys({ servers: 60, systems: 9, hasPlan: true, missedTargets: 1, unassigned: 3, lateSystems: 2 })).toEqual(['missedTargets', 'unassigned', 'late', 'export']);
});

test('counts travel with the action', () => {
  expect(nextActions({ ...empty, servers: 60, failedServers: 4, systems: 1, hasPlan: true })[0]).toEqual({ key: 'mendFailed', count: 4 });
});
