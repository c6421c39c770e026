import type { Plan, PlanProblem } from '../../../../shared/model/plan.ts';
import { checkPlan, type PlanCheck } from '../../../../shared/engine/waves/check-plan.ts';

/** Every rule held against a stored plan; runs in a worker. */
export function checkPlanTask({ problem, plan }: { readonly problem: PlanProblem; readonly plan: Plan }): PlanCheck {
  return checkPlan(problem, plan);
}
