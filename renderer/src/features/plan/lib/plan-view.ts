import type { OutputOf } from '../../../../../shared/contract/contract.ts';

/** The answer of `plan.get`: everything the board, the Gantt and the lists are derived from. */
export type PlanView = OutputOf<'plan.get'>;
export type PlanItemView = PlanView['items'][number];
