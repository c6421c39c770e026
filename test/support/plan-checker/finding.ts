import type { Plan, PlanProblem } from '../../../shared/model/plan.ts';

/** One thing that is wrong: the rule's name as in the model, and what it is about as comparable text. */
export interface Finding {
  readonly rule: string;
  readonly about: string;
}
export interface Case {
  readonly problem: PlanProblem;
  readonly plan: Plan;
}
export type Check = (subject: Case) => Finding[];
