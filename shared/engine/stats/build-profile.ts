import type { HostFacts } from '../../model/host-facts.ts';
import { METRICS, type Metric, type MetricHistory, type MetricProfile, type ServerProfile, type UtilisationHistory, type UtilisationNow } from '../../model/utilisation.ts';
import { historyConfidence, singleReadingConfidence } from './confidence.ts';
import { p95UpperBound } from './p95-upper-bound.ts';
import { percentilesOf } from './percentiles.ts';
import { isPlausibleMetric, isPlausibleReading, isPlausibleWindow } from './plausibility.ts';

/**
 * The utilisation profile of one server. Distributions of different kinds are never mixed: a metric comes either from
 * the history or, where that has none, from the single reading, and says which. Implausible input is left out and
 * lowers the confidence; it never raises an error.
 */
export function buildServerProfile(facts: Pick<HostFacts, 'utilisationNow' | 'history' | 'collectedAt'>): ServerProfile {
  const { history, utilisationNow: now, collectedAt } = facts;
  const windowHolds = history !== undefined && isPlausibleWindow(history, collectedAt);
  const usable = windowHolds ? firstOfEachMetric(history.metrics).filter(isPlausibleMetric) : [];
  const readingHolds = now !== undefined && isPlausibleReading(now);
  const implausible = (history !== undefined && (!windowHolds || usable.length < history.metrics.length)) || (now !== undefined && !readingHolds);
  const fromHistory = history === undefined ? [] : usable.map((metric) => profileOfHistory(history, metric));
  const seen = new Set(fromHistory.map((profile) => profile.metric));
  const fromReading = readingHolds ? METRICS.filter((metric) => !seen.has(metric)).flatMap((metric) => profileOfReading(now, metric, collectedAt) ?? []) : [];
  const metrics = [...fromHistory, ...fromReading].sort((left, right) => METRICS.indexOf(left.metric) - METRICS.indexOf(right.metric));
  const confidence = history !== undefined && fromHistory.length > 0 ? historyConfidence(history, fromHistory, implausible) : singleReadingConfidence(fromReading.length > 0, implausible);
  return { metrics, confidence };
}

function firstOfEachMetric(metrics: readonly MetricHistory[]): MetricHistory[] {
  return METRICS.flatMap((metric) => metrics.find((history) => history.metric === metric) ?? []);
}

function profileOfHistory(history: UtilisationHistory, metric: MetricHistory): MetricProfile {
  const percentiles = percentilesOf(metric);
  return {
    metric: metric.metric,
    percentiles,
    p95UpperBound: p95UpperBound(metric, percentiles.p95) ?? null,
    sampleCount: metric.sampleCount,
    source: history.source,
    statistic: history.statistic,
    intervalSeconds: history.intervalSeconds,
    from: history.from,
    to: history.to,
  };
}

function profileOfReading(now: UtilisationNow, metric: Metric, collectedAt: string): MetricProfile | undefined {
  const value = now[metric];
  if (value === undefined) return undefined;
  return {
    metric,
    percentiles: { p50: value, p90: value, p95: value, p99: value, max: value, mean: value },
    p95UpperBound: null,
    sampleCount: 1,
    source: 'single-reading',
    statistic: 'interval-mean',
    intervalSeconds: now.intervalSeconds,
    from: collectedAt,
    to: collectedAt,
  };
}
