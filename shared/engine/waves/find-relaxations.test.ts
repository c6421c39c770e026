import { describe, expect, it } from 'vitest';
import type { PlanSettings } from '../../model/plan.ts';
import { createPlan } from './create-plan.ts';
import { findRelaxations } from './find-relaxations.ts';
import { dayInWave, itemOf, problemOf } from './problem.fixture.ts';

const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => itemOf(id));
function relax(settings: Partial<PlanSettings>) {
  const problem = problemOf(six, settings);
  const relaxations = findRelaxations(problem, createPlan(problem));
  for (const { settings: changed } of relaxations) expect(createPlan({ ...problem, settings: changed }).targets.every((target) => target.met)).toBe(true);
  return relaxations;
}
const bySecondWave = { targets: [{ ratio: 1, date: dayInWave(2, 13) }] };

describe('findRelaxations', () => {
  it('has nothing to offer when every target is met', () => {
    expect(relax({})).toEqual([]);
  });

  it('P02 offers more cut-overs where they are the limit, the people staying as they are', () => {
    const [first, ...others] = relax({ ...bySecondWave, maxSystemsPerWave: 2, pilotSystems: 2 });
    expect(first).toMatchObject({ kind: 'more-cut-overs', factor: 1.1, extraPersonDaysPerDay: 0, settings: { maxSystemsPerWave: 3 } });
    expect(others.map((relaxation) => relaxation.kind)).toEqual(['later-dates', 'lower-shares']);
  });

  it('P02 offers the fewest people more where people are the limit', () => {
    const [first] = relax({ ...bySecondWave, teams: [{ id: 't', name: 't', personDaysPerDay: 0.5 }] });
    expect(first).toMatchObject({ kind: 'more-people', factor: 1.1, extraPersonDaysPerDay: 0.1 });
  });

  it('P02 offers both where neither is enough, and the day and the share the plan does reach', () => {
    const offered = relax({ ...bySecondWave, maxSystemsPerWave: 2, pilotSystems: 2, teams: [{ id: 't', name: 't', personDaysPerDay: 0.4 }] });
    expect(offered.map((relaxation) => relaxation.kind)).toEqual(['people-and-cut-overs', 'later-dates', 'lower-shares']);
    expect(offered[2]?.settings.targets).toEqual([{ ratio: 0.666, date: dayInWave(2, 13) }]);
  });
});
