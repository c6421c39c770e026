import { targetBound } from '../target-bound.ts';
import type { PlanRule } from './plan-rule.ts';

/**
 * Medium: an adoption target is not reached on its date. Beside the units missing, the params say what is proven: with
 * `proof` 'impossible', even the cheapest choice of systems needs more of the bottleneck than there is by that date.
 */
export const targetMissedRule: PlanRule = (view) =>
  view.plan.targets
    .filter((target) => !target.met)
    .map((target) => ({
      rule: 'target-missed',
      severity: 'medium',
      itemIds: [],
      waveIndex: null,
      params: { ratio: target.ratio, date: target.date, shortfall: target.shortfall, reachedOn: target.reachedOn ?? '', ...targetBound(view.index, target) },
    }));
