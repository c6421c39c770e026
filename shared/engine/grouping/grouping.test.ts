import { describe, expect, it } from 'vitest';
import { itemOf, problemOf } from '../waves/problem.fixture.ts';
import { buildGroups } from './build-groups.ts';
import { classifyEdges, findHubs, type SystemFlow } from './classify-edges.ts';

const hard = (from: string, to: string, weight: number) => ({ from, to, weight, strength: 'hard' as const });
const sets = (problem: Parameters<typeof buildGroups>[0]) => buildGroups(problem).map((group) => group.itemIds.join(''));

describe('buildGroups', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => itemOf(id, { serverCount: 10 }));

  it('P03 cuts a component that is too large at its weakest edge', () => {
    const edges = [hard('a', 'b', 9), hard('b', 'c', 1), hard('c', 'd', 8)];
    expect(sets(problemOf(items, { maxServersPerGroup: 40 }, edges))).toEqual(['abcd']);
    expect(sets(problemOf(items, { maxServersPerGroup: 20 }, edges))).toEqual(['ab', 'cd']);
  });

  it('keeps a group schedulable: no more systems than a wave or a department takes', () => {
    const edges = [hard('a', 'b', 9), hard('b', 'c', 8), hard('c', 'd', 7)];
    expect(sets(problemOf(items, { maxSystemsPerDepartmentPerWave: 3 }, edges))).toEqual(['abc', 'd']);
  });

  it('joins what a person asked for beyond the limits, and nothing for soft or shared edges', () => {
    const edges = [{ ...hard('c', 'd', 9), strength: 'soft' as const }, { ...hard('a', 'c', 9), strength: 'shared' as const }];
    expect(sets(problemOf(items, { maxServersPerGroup: 5, together: [['b', 'a']] }, edges))).toEqual(['ab', 'c', 'd']);
  });

  it('leaves out systems that do not move, and edges that name nobody', () => {
    const some = [itemOf('a'), itemOf('b', { moves: false, counts: 'excluded' })];
    expect(sets(problemOf(some, { together: [['a', 'b', 'ghost']] }, [hard('a', 'b', 1), hard('a', 'ghost', 1)]))).toEqual(['a']);
  });
});

describe('classifyEdges', () => {
  const flow = (from: string, to: string, port: number, connections = 1): SystemFlow => ({ from, to, port, connections });
  const strengths = (flows: SystemFlow[], productive = () => true) => classifyEdges(flows, 50, productive).map(({ strength, weight }) => [strength, weight]);

  it('direct data access or very many connections are hard, other use soft, infrastructure shared', () => {
    expect(strengths([flow('a', 'b', 3306)])).toEqual([['hard', 1]]);
    expect(strengths([flow('a', 'b', 8080, 199)])).toEqual([['soft', 199]]);
    expect(strengths([flow('a', 'b', 8080, 150), flow('a', 'b', 8443, 60)])).toEqual([['hard', 210]]);
    expect(strengths([flow('a', 'b', 53, 900)])).toEqual([['shared', 900]]);
    expect(strengths([flow('a', 'b', 3306)], () => false)).toEqual([['soft', 1]]);
  });

  it('a hub is bridged, whatever the port', () => {
    const flows = Array.from({ length: 12 }, (_, position) => flow(`s${position}`, 'hub', 5432, 500));
    expect([...findHubs(flows, 50)]).toEqual(['hub']);
    expect(new Set(classifyEdges(flows, 50, () => true).map((edge) => edge.strength))).toEqual(new Set(['shared']));
  });
});
