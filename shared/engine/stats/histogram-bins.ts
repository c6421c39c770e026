import type { Metric } from '../../model/utilisation.ts';

/** Width of a linear bin of a ratio metric. */
export const LINEAR_BIN_WIDTH = 0.005;
/** The last linear bin holds exactly 1.0. */
export const LAST_LINEAR_BIN = 200;
/** Base of the log bins of a rate metric: 1 % relative error at most. */
export const LOG_BIN_BASE = 1.02;
/** 1.02^2236 is about 1.7e19, above every 64-bit counter: a higher bin is no reading of a machine. */
export const LAST_LOG_BIN = 2236;

/** Sparse histogram: [bin, count]. */
export type Bins = readonly (readonly [number, number])[];

/** Ratio metrics (0..1) use linear bins, rates use log bins; see shared/model/utilisation.ts. */
export function isRatioMetric(metric: Metric): boolean {
  return metric === 'cpuRatio' || metric === 'memRatio';
}

export function lastBinOf(metric: Metric): number {
  return isRatioMetric(metric) ? LAST_LINEAR_BIN : LAST_LOG_BIN;
}

/** The bin that holds `value` (>= 0). */
export function binOf(metric: Metric, value: number): number {
  if (isRatioMetric(metric)) return Math.min(LAST_LINEAR_BIN, Math.floor(value / LINEAR_BIN_WIDTH + 1e-9));
  return value <= 1 ? 0 : Math.min(LAST_LOG_BIN, Math.ceil(Math.log(value) / Math.log(LOG_BIN_BASE) - 1e-9));
}

/** Lower and upper edge of a bin in the metric's unit. */
export function binEdges(metric: Metric, bin: number): { low: number; high: number } {
  if (isRatioMetric(metric)) return { low: bin * LINEAR_BIN_WIDTH, high: Math.min(1, (bin + 1) * LINEAR_BIN_WIDTH) };
  return bin === 0 ? { low: 0, high: 1 } : { low: LOG_BIN_BASE ** (bin - 1), high: LOG_BIN_BASE ** bin };
}

/** Merges histograms by addition; the result does not depend on the order of the parts. */
export function mergeBins(parts: readonly Bins[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const bins of parts) for (const [bin, count] of bins) counts.set(bin, (counts.get(bin) ?? 0) + count);
  return [...counts].sort((left, right) => left[0] - right[0]);
}
