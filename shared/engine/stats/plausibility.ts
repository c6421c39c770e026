import { instantMs } from '../../kernel/instant.ts';
import type { MetricHistory, UtilisationHistory, UtilisationNow } from '../../model/utilisation.ts';
import { isRatioMetric, lastBinOf } from './histogram-bins.ts';

const DAY_MS = 86_400_000;

function isReading(value: number, ratio: boolean): boolean {
  return Number.isFinite(value) && value >= 0 && value <= (ratio ? 1 : Number.MAX_SAFE_INTEGER);
}

/**
 * May this metric be used at all? Refused: NaN, negative or absurd values, counts that do not add up, bins outside the
 * histogram, and a processor or memory that read exactly 0 all the time (a dead counter, not an idle machine).
 */
export function isPlausibleMetric(history: MetricHistory): boolean {
  const ratio = isRatioMetric(history.metric);
  const lastBin = lastBinOf(history.metric);
  let counted = 0;
  for (const [bin, count] of history.bins) {
    if (!Number.isSafeInteger(bin) || !Number.isSafeInteger(count) || bin < 0 || bin > lastBin || count < 0) return false;
    counted += count;
  }
  if (counted !== history.sampleCount || counted === 0) return false;
  if (!isReading(history.max, ratio) || !Number.isFinite(history.sum) || history.sum < 0) return false;
  if (history.daily.some(([, mean, max]) => !isReading(mean, ratio) || !isReading(max, ratio))) return false;
  return !(ratio && history.max === 0);
}

/** A window that ends after its collection (more than a day of clock skew) or before it starts cannot be placed in time. */
export function isPlausibleWindow(history: UtilisationHistory, collectedAt: string): boolean {
  const [from, to, collected] = [history.from, history.to, collectedAt].map(instantMs);
  if (from === undefined || to === undefined || collected === undefined || ![from, to, collected].every(Number.isFinite)) return false;
  return from <= to && to <= collected + DAY_MS && Number.isFinite(history.intervalSeconds) && history.intervalSeconds > 0;
}

/** A single reading outside 0..1 is a broken counter (wrap, reboot between the two readings). */
export function isPlausibleReading(now: UtilisationNow): boolean {
  const rates = [now.diskReadBytesPerSecond, now.diskWriteBytesPerSecond, now.diskOpsPerSecond, now.netInBytesPerSecond, now.netOutBytesPerSecond];
  return isReading(now.cpuRatio, true) && isReading(now.memRatio, true) && rates.every((rate) => rate === undefined || isReading(rate, false));
}
