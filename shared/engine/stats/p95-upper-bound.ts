import type { MetricHistory } from '../../model/utilisation.ts';

/** Student's t, 97.5 %, for 1..30 degrees of freedom (any statistics table). */
const STUDENT_T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

function relativeSpread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === 0) return 0;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance) / mean;
}

/**
 * Upper end of a 95 % interval around p95, days taken as independent blocks (samples inside a day are not independent,
 * so an order-statistic interval would be far too narrow):
 *
 *   upper = min(max, p95 * (1 + t(0.975, n - 1) * c / sqrt(n)))
 *
 * n = days; c = relative standard deviation between days. A day's own p95 does not travel, so c is the larger one of
 * the spread of day means and the spread of day maxima. Under 3 days there is no interval: undefined.
 */
export function p95UpperBound(history: MetricHistory, p95: number): number | undefined {
  const days = history.daily.length;
  if (days < 3) return undefined;
  const spread = Math.max(relativeSpread(history.daily.map(([, mean]) => mean)), relativeSpread(history.daily.map(([, , max]) => max)));
  const factor = STUDENT_T[Math.min(days - 1, STUDENT_T.length) - 1] ?? 0;
  return Math.min(history.max, p95 * (1 + (factor * spread) / Math.sqrt(days)));
}
