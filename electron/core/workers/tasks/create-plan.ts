import type { Plan, PlanProblem } from '../../../../shared/model/plan.ts';
import { createPlan } from '../../../../shared/engine/waves/create-plan.ts';

/** The plan of a problem with the engine's default effort; runs in a worker. */
export function createPlanTask(problem: PlanProblem, call?: { readonly onProgress: (fraction: number) => void }): Plan {
  return createPlan(problem, call === undefined ? {} : { onProgress: call.onProgress });
}
