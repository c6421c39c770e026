import type { Plan, PlanProblem, Relaxation } from '../../../../shared/model/plan.ts';
import { findRelaxations } from '../../../../shared/engine/waves/find-relaxations.ts';

/** Tries changed settings until every target is met; runs in a worker. */
export function findRelaxationsTask(input: { readonly problem: PlanProblem; readonly plan: Plan }): Relaxation[] {
  return findRelaxations(input.problem, input.plan);
}
