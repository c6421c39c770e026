import { daysBetween } from '../../../../../shared/kernel/calendar-date.ts';
import type { PlanView } from './plan-view.ts';

type Outcome = PlanView['plan']['targets'][number];

export type TargetFinding =
  | { readonly kind: 'met'; readonly ratio: number; readonly date: string; readonly reachedOn: string; readonly daysEarly: number }
  | { readonly kind: 'late'; readonly ratio: number; readonly date: string; readonly reachedOn: string; readonly daysLate: number; readonly shortfall: number }
  | { readonly kind: 'never'; readonly ratio: number; readonly date: string; readonly shortfall: number };

/** What the plan makes of one target: met with days to spare, reached too late, or never reached. */
export function targetFinding(outcome: Outcome): TargetFinding {
  const { ratio, date, reachedOn, shortfall } = outcome;
  if (outcome.met && reachedOn !== null) return { kind: 'met', ratio, date, reachedOn, daysEarly: Math.max(0, daysBetween(reachedOn, date)) };
  if (reachedOn !== null) return { kind: 'late', ratio, date, reachedOn, daysLate: Math.max(0, daysBetween(date, reachedOn)), shortfall };
  return { kind: 'never', ratio, date, shortfall };
}
