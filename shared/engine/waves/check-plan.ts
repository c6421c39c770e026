import type { Plan, PlanProblem, PlanViolation } from '../../model/plan.ts';
import { assemblePlan } from './assemble-plan.ts';
import { canonicalJson } from './canonical-json.ts';
import { indexProblem } from './plan-index.ts';

export interface PlanCheck {
  /** Derived anew from the assignments. */
  readonly violations: PlanViolation[];
  readonly planHash: string;
  /** The stored plan, with all its sums, is what its assignments and its problem amount to. */
  readonly hashMatches: boolean;
}

/** Derives everything a plan says from its groups, assignments and problem, and compares. */
export function checkPlan(problem: PlanProblem, plan: Plan): PlanCheck {
  const derived = assemblePlan(indexProblem(problem), plan);
  return { violations: derived.violations, planHash: derived.planHash, hashMatches: derived.planHash === plan.planHash && canonicalJson(derived) === canonicalJson(plan) };
}
