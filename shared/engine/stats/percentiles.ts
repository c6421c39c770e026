import type { Metric, MetricHistory, Percentiles } from '../../model/utilisation.ts';
import { binEdges, isRatioMetric, type Bins } from './histogram-bins.ts';

/**
 * The value below which `share` (0..1) of the samples lie: inside the bin that holds the rank share * n by linear interpolation
 * for ratios, and the point that is equally far from both edges in proportion for rates. Error: one bin of a ratio (half a
 * percentage point), 1 % of a rate, whatever the samples. An empty histogram gives 0.
 */
export function percentileOf(metric: Metric, bins: Bins, share: number): number {
  const total = bins.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return 0;
  const rank = share * total;
  let below = 0;
  for (const [bin, count] of bins) {
    if (count > 0 && below + count >= rank) {
      const { low, high } = binEdges(metric, bin);
      if (!isRatioMetric(metric) && bin > 0) return (2 * low * high) / (low + high);
      return low + (high - low) * ((rank - below) / count);
    }
    below += count;
  }
  return binEdges(metric, bins.at(-1)?.[0] ?? 0).high;
}

/** All percentiles of one metric, none above the exact maximum that was seen. */
export function percentilesOf(history: MetricHistory): Percentiles {
  const at = (share: number): number => Math.min(history.max, percentileOf(history.metric, history.bins, share));
  const mean = history.sampleCount === 0 ? 0 : Math.min(history.max, history.sum / history.sampleCount);
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max: history.max, mean };
}
