import { compareText } from '../../kernel/compare-text.ts';
import type { z } from 'zod';
import type { adoptionTargetSchema, targetOutcomeSchema } from '../../model/plan.ts';
import { pointAt, type AdoptionPoint } from './adoption-curve.ts';

type Target = z.infer<typeof adoptionTargetSchema>;
export type TargetOutcome = z.infer<typeof targetOutcomeSchema>;

/** Whole units needed for a share: 80 % of 9 systems are 8. The tiny term undoes binary fractions such as 0.8 * 10. */
export function unitsNeeded(ratio: number, total: number): number {
  return Math.ceil(ratio * total - 1e-9);
}

/**
 * Is the target kept by the curve of its measure? `shortfall` counts the units missing on the target's date;
 * `reachedOn` may lie after it. A curve with nothing to count meets no target.
 */
export function targetOutcome(curve: readonly AdoptionPoint[], target: Target): TargetOutcome {
  const total = curve[0]?.total ?? 0;
  const needed = unitsNeeded(target.ratio, total);
  const reached = total === 0 ? undefined : curve.find((point) => point.adopted >= needed);
  const shortfall = Math.max(0, needed - (pointAt(curve, target.date)?.adopted ?? 0));
  return { ratio: target.ratio, date: target.date, reachedOn: reached?.date ?? null, met: reached !== undefined && compareText(reached.date, target.date) <= 0, shortfall };
}

/** Targets by date, then by share. */
export function targetOutcomes(curve: readonly AdoptionPoint[], targets: readonly Target[]): TargetOutcome[] {
  const sorted = [...targets].sort((left, right) => compareText(left.date, right.date) || left.ratio - right.ratio);
  return sorted.map((target) => targetOutcome(curve, target));
}
