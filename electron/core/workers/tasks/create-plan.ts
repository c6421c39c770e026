import type { Plan, PlanProblem } from '../../../../shared/model/plan.ts';
import { createPlan } from '../../../../shared/engine/waves/create-plan.ts';

/** Runs in a worker: the plan of a problem with the default effort. */
export function createPlanTask(problem: PlanProblem): Plan {
  return createPlan(problem);
}
