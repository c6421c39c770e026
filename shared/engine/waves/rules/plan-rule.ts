import type { PlanViolation } from '../../../model/plan.ts';
import type { PlanView } from '../plan-view.ts';

/** One constraint as a named pure function: all its violations in a plan, in a fixed order. */
export type PlanRule = (view: PlanView) => PlanViolation[];
