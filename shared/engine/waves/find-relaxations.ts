import { compareText } from '../../kernel/compare-text.ts';
import type { Plan, PlanProblem, PlanSettings, Relaxation } from '../../model/plan.ts';
import { pointAt } from '../adoption/adoption-curve.ts';
import { createPlan } from './create-plan.ts';

/** Tried in this order; the first that meets all targets is offered. */
const FACTORS = [1.1, 1.25, 1.5, 2, 3, 5] as const;
/** Enough to judge a change; the plan the user makes with it is searched further and can only be better. */
const QUICK = { improvementRounds: 0 };

const scaled = (limit: number, factor: number): number => Math.ceil(limit * factor - 1e-9);

function withMorePeople(settings: PlanSettings, factor: number): PlanSettings {
  return { ...settings, teams: settings.teams.map((team) => ({ ...team, personDaysPerDay: Math.ceil(team.personDaysPerDay * factor * 10 - 1e-9) / 10 })) };
}

function withMoreCutOvers(settings: PlanSettings, factor: number): PlanSettings {
  const { maxSystemsPerWave, maxSystemsPerDepartmentPerWave, pilotSystems } = settings;
  return { ...settings, maxSystemsPerWave: scaled(maxSystemsPerWave, factor), maxSystemsPerDepartmentPerWave: scaled(maxSystemsPerDepartmentPerWave, factor), pilotSystems: scaled(pilotSystems, factor) };
}

function peopleOf(settings: PlanSettings): number {
  return settings.teams.reduce((sum, team) => sum + team.personDaysPerDay, 0);
}

function relaxationOf(kind: Relaxation['kind'], factor: number | null, before: PlanSettings, settings: PlanSettings): Relaxation {
  return { kind, factor, extraPersonDaysPerDay: Math.max(0, Math.round((peopleOf(settings) - peopleOf(before)) * 10) / 10), settings };
}

/** The same shares, each on the day this plan reaches it; none when a share is never reached. */
function laterDates(settings: PlanSettings, plan: Plan): Relaxation[] {
  const targets = plan.targets.map((target) => ({ ratio: target.ratio, date: target.met ? target.date : target.reachedOn }));
  const known = targets.flatMap(({ ratio, date }) => (date === null ? [] : [{ ratio, date }]));
  if (known.length < targets.length) return [];
  known.sort((left, right) => compareText(left.date, right.date) || left.ratio - right.ratio);
  return [relaxationOf('later-dates', null, settings, { ...settings, targets: known })];
}

/** The same dates with the share this plan reaches by then, in whole per mille; none when that is nothing. */
function lowerShares(settings: PlanSettings, plan: Plan): Relaxation[] {
  const curve = plan.adoption[settings.measure];
  const targets = plan.targets.map(({ ratio, date, met }) => ({ ratio: met ? ratio : Math.floor((pointAt(curve, date)?.ratio ?? 0) * 1000 + 1e-9) / 1000, date }));
  return targets.every((target) => target.ratio > 0) ? [relaxationOf('lower-shares', null, settings, { ...settings, targets })] : [];
}

function smallestFactor(problem: PlanProblem, kind: Relaxation['kind'], change: (settings: PlanSettings, factor: number) => PlanSettings): Relaxation[] {
  for (const factor of FACTORS) {
    const settings = change(problem.settings, factor);
    if (createPlan({ ...problem, settings }, QUICK).targets.every((target) => target.met)) return [relaxationOf(kind, factor, problem.settings, settings)];
  }
  return [];
}

/**
 * The smallest changes tried under which every missed target is met, each by itself: larger limits on cut-overs (no
 * people), more people in all teams, both together where neither is enough, later dates, lower shares. The changes are
 * offered, never made. Limits first, then by the people they ask for, changed targets last.
 */
export function findRelaxations(problem: PlanProblem, plan: Plan): Relaxation[] {
  if (plan.targets.every((target) => target.met)) return [];
  const { settings } = problem;
  const single = [...smallestFactor(problem, 'more-cut-overs', withMoreCutOvers), ...smallestFactor(problem, 'more-people', withMorePeople)];
  const joint = single.length > 0 ? [] : smallestFactor(problem, 'people-and-cut-overs', (before, factor) => withMorePeople(withMoreCutOvers(before, factor), factor));
  return [...single, ...joint, ...laterDates(settings, plan), ...lowerShares(settings, plan)];
}
