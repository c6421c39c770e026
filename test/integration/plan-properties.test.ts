import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planProblemSchema, planSchema, type PlanProblem } from '../../shared/model/plan.ts';
import { checkPlan as deriveAnew } from '../../shared/engine/waves/check-plan.ts';
import { createPlan } from '../../shared/engine/waves/create-plan.ts';
import { indexProblem } from '../../shared/engine/waves/plan-index.ts';
import { targetBound } from '../../shared/engine/waves/target-bound.ts';
import { moveItems } from '../../shared/engine/waves/move-items.ts';
import { checkPlan, reportedFindings } from '../support/plan-checker/check-plan.ts';
import { cityProblem } from '../support/plan-checker/city-problem.ts';
import { randomProblem } from '../support/plan-checker/random-problem.ts';

/** One seed, so that a failure is the same everywhere; another number tries other problems. */
fc.configureGlobal({ seed: 20_261_123 });
const RUNS = 150;
const quick = { improvementRounds: 4 };

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list.map((entry, position) => ({ entry, key: (position * 7919 + seed * 104729) % 1013 })).sort((left, right) => left.key - right.key).map(({ entry }) => entry);
}

function permuted(problem: PlanProblem, seed: number): PlanProblem {
  const { settings } = problem;
  return {
    ...problem,
    settings: { ...settings, teams: shuffled(settings.teams, seed), links: shuffled(settings.links, seed), freezes: shuffled(settings.freezes, seed), targets: shuffled(settings.targets, seed), precedences: shuffled(settings.precedences, seed), together: shuffled(settings.together, seed).map((list) => shuffled(list, seed)) },
    departments: shuffled(problem.departments, seed),
    items: shuffled(problem.items, seed),
    edges: shuffled(problem.edges, seed),
  };
}

describe('every plan the engine makes', () => {
  it('has exactly the violations that an independent checker finds', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const plan = createPlan(problem, quick);
        expect(checkPlan(problem, plan)).toEqual(reportedFindings(plan));
      }),
      { numRuns: RUNS },
    );
  });

  it('breaks no hard rule unless a pin asks for it', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const unpinned = { ...problem, settings: { ...problem.settings, pins: {} } };
        const hard = createPlan(unpinned, quick).violations.filter((violation) => violation.severity === 'hard' && violation.rule !== 'precedence');
        expect(hard).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('P04 is the same for every order of the lists, and again for the same input', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
        expect(createPlan(permuted(problem, seed), quick)).toEqual(createPlan(problem, quick));
      }),
      { numRuns: 60 },
    );
  });

  it('meets no fewer targets with half as many people more (list scheduling promises no such thing; these problems show none)', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const settings = { ...problem.settings, pins: {} };
        const more = { ...settings, teams: settings.teams.map((team) => ({ ...team, personDaysPerDay: team.personDaysPerDay * 1.5 })) };
        const met = (used: PlanProblem['settings']) => createPlan({ ...problem, settings: used }, quick).targets.filter((target) => target.met).length;
        expect(met(more)).toBeGreaterThanOrEqual(met(settings));
      }),
      { numRuns: RUNS },
    );
  });

  it('never meets a target that is proven to be impossible, pins aside', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const unpinned = { ...problem, settings: { ...problem.settings, pins: {} } };
        const index = indexProblem(unpinned);
        for (const target of createPlan(unpinned, quick).targets) if (target.met) expect(targetBound(index, target).proof).toBe('not-proven');
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps to the model and can be derived anew from its assignments', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const plan = createPlan(problem, quick);
        expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
        expect(planProblemSchema.parse(problem)).toEqual(problem);
        expect(deriveAnew(problem, plan).hashMatches).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('still equals the checker after systems were moved by hand, the others staying where they were', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 1, max: 15 }), (problem, waveIndex) => {
        const before = createPlan(problem, quick);
        const chosen = before.groups[0]?.itemIds[0];
        if (chosen === undefined) return;
        const { problem: after, plan } = moveItems(problem, before, [chosen], waveIndex);
        expect(checkPlan(after, plan)).toEqual(reportedFindings(plan));
        expect(plan.assignments.find((assignment) => assignment.itemId === chosen)).toMatchObject({ waveIndex, pinned: true });
        const movedGroup = new Set(before.groups.find((group) => group.itemIds.includes(chosen))?.itemIds);
        const others = (list: typeof plan.assignments) => list.filter(({ itemId }) => !movedGroup.has(itemId)).map((assignment) => ({ ...assignment, pinned: false }));
        expect(others(plan.assignments)).toEqual(others(before.assignments));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a programme of city size', () => {
  it.each([[100, 1], [300, 2], [900, 3]])('of %i systems is planned and passes the checker', (systems, seed) => {
    const problem = cityProblem(systems, seed);
    const plan = createPlan(problem);
    expect(checkPlan(problem, plan)).toEqual(reportedFindings(plan));
    expect(plan.targets.every((target) => target.met)).toBe(true);
    expect(plan.unassigned).toEqual([]);
  });

  it('P02 says what is proven when a target is out of reach', () => {
    const problem = cityProblem(100, 1);
    const tight = { ...problem, settings: { ...problem.settings, targets: [{ ratio: 1, date: problem.settings.targets[0]?.date ?? problem.settings.startDate }], teams: problem.settings.teams.map((team) => ({ ...team, personDaysPerDay: 1 })) } };
    const missed = createPlan(tight, quick).violations.find((violation) => violation.rule === 'target-missed');
    expect(missed?.params).toMatchObject({ proof: 'impossible' });
    expect(Number(missed?.params['needed'])).toBeGreaterThan(Number(missed?.params['available']));
  });
});
