import { describe, expect, it } from 'vitest';
import { HOURS_OF_WEEK, METRICS, type Metric, type MetricHistory, type UtilisationHistory } from '../../model/utilisation.ts';
import { buildServerProfile } from './build-profile.ts';
import { binOf, mergeBins } from './histogram-bins.ts';
import { percentileOf } from './percentiles.ts';

const COLLECTED_AT = '2026-10-05T00:00:00.000Z';
const DAY_MS = 86_400_000;

function historyOf(metric: Metric, valueAt: (sample: number) => number, days = 35, perDay = 144): MetricHistory {
  const values = Array.from({ length: days * perDay }, (_, sample) => valueAt(sample));
  const daily = Array.from({ length: days }, (_, day): [string, number, number] => {
    const ofDay = values.slice(day * perDay, (day + 1) * perDay);
    return [`day-${day}`, ofDay.reduce((sum, value) => sum + value, 0) / perDay, Math.max(...ofDay)];
  });
  return {
    metric,
    sampleCount: values.length,
    bins: mergeBins(values.map((value) => [[binOf(metric, value), 1]])),
    max: Math.max(...values),
    sum: values.reduce((sum, value) => sum + value, 0),
    hourOfWeekMean: Array.from({ length: HOURS_OF_WEEK }, () => 0.1),
    hourOfWeekMax: Array.from({ length: HOURS_OF_WEEK }, () => 0.2),
    hourOfWeekCount: Array.from({ length: HOURS_OF_WEEK }, () => 30),
    daily,
  };
}

function fullHistory(overrides: Partial<UtilisationHistory> = {}): UtilisationHistory {
  const metrics = METRICS.map((metric) => historyOf(metric, (sample) => (metric.endsWith('Ratio') ? 0.2 + (sample % 10) * 0.02 : 100 + (sample % 7))));
  return { source: 'sysstat', statistic: 'interval-mean', intervalSeconds: 600, from: '2026-08-31T00:00:00.000Z', to: '2026-10-05T00:00:00.000Z', metrics, ...overrides };
}

describe('percentileOf', () => {
  it('reads a uniform distribution within half a bin', () => {
    const bins = mergeBins(Array.from({ length: 1000 }, (_, index) => [[binOf('cpuRatio', index / 1000), 1] as const]));
    for (const share of [0.5, 0.9, 0.95, 0.99]) expect(Math.abs(percentileOf('cpuRatio', bins, share) - share)).toBeLessThan(0.005);
  });

  it('reads rates within one per cent', () => {
    const bins = mergeBins(Array.from({ length: 1000 }, (_, index) => [[binOf('netInBytesPerSecond', 1000 + index * 10), 1] as const]));
    expect(Math.abs(percentileOf('netInBytesPerSecond', bins, 0.95) / 10_500 - 1)).toBeLessThan(0.02);
  });

  it('of a merged histogram is the percentile of all samples', () => {
    const parts = [0.1, 0.4, 0.9].map((value) => [[binOf('cpuRatio', value), 10] as const]);
    expect(percentileOf('cpuRatio', mergeBins(parts), 0.5)).toBeCloseTo(0.4, 1);
    expect(mergeBins(parts)).toEqual(mergeBins([...parts].reverse()));
  });
});

describe('buildServerProfile', () => {
  it('gives a full month of ten-minute means high confidence', () => {
    const profile = buildServerProfile({ collectedAt: COLLECTED_AT, history: fullHistory() });
    expect(profile.metrics.map((metric) => metric.metric)).toEqual([...METRICS]);
    expect(profile.confidence.score).toBeGreaterThanOrEqual(90);
    expect(profile.confidence.reasons).toEqual(['good']);
  });

  it('keeps the bound at or above p95 and at or below the maximum', () => {
    const cpu = buildServerProfile({ collectedAt: COLLECTED_AT, history: fullHistory() }).metrics[0];
    expect(cpu?.p95UpperBound).toBeGreaterThanOrEqual(cpu?.percentiles.p95 ?? Number.NaN);
    expect(cpu?.p95UpperBound).toBeLessThanOrEqual(cpu?.percentiles.max ?? Number.NaN);
  });

  it('H21 trusts a single reading hardly at all', () => {
    const now = { intervalSeconds: 5, cpuRatio: 0.3, memRatio: 0.5, memUsedBytes: 1, load1: 1, diskReadBytesPerSecond: 0, diskWriteBytesPerSecond: 0, diskOpsPerSecond: 0, netInBytesPerSecond: 0, netOutBytesPerSecond: 0 };
    const profile = buildServerProfile({ collectedAt: COLLECTED_AT, utilisationNow: now });
    expect(profile.metrics).toHaveLength(METRICS.length);
    expect(profile.metrics[0]).toMatchObject({ source: 'single-reading', sampleCount: 1, p95UpperBound: null });
    expect(profile.confidence).toMatchObject({ stars: 1, reasons: ['noHistory'] });
    expect(profile.confidence.score).toBeLessThan(10);
  });

  it('H21 lowers the stars with the window', () => {
    const [from, to] = [Date.parse(COLLECTED_AT) - 3 * DAY_MS, Date.parse(COLLECTED_AT)];
    const short = fullHistory({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    const profile = buildServerProfile({ collectedAt: COLLECTED_AT, history: short });
    expect(profile.confidence.score).toBeLessThan(60);
    expect(profile.confidence.reasons).toContain('shortWindow');
  });

  it.each([
    ['not a number', { max: Number.NaN }],
    ['counts that do not add up', { sampleCount: 3 }],
    ['a bin outside the histogram', { bins: [[5000, 5040]] as [number, number][] }],
    ['a processor that always read 0', { max: 0 }],
    ['more than all', { max: 7 }],
  ])('H20 H21 leaves out a metric with %s and says so', (_, broken) => {
    const history = fullHistory();
    const metrics = history.metrics.map((metric) => (metric.metric === 'cpuRatio' ? { ...metric, ...broken } : metric));
    const profile = buildServerProfile({ collectedAt: COLLECTED_AT, history: { ...history, metrics } });
    expect(profile.metrics.some((metric) => metric.metric === 'cpuRatio')).toBe(false);
    expect(profile.confidence.reasons).toContain('implausible');
    expect(profile.confidence.stars).toBe(1);
  });

  it('H21 refuses a window in the future', () => {
    const profile = buildServerProfile({ collectedAt: '2026-09-01T00:00:00.000Z', history: fullHistory() });
    expect(profile.metrics).toEqual([]);
    expect(profile.confidence.reasons).toContain('implausible');
  });

  it('answers nothing known with an empty profile', () => {
    expect(buildServerProfile({ collectedAt: COLLECTED_AT })).toEqual({ metrics: [], confidence: { score: 0, stars: 1, reasons: ['noHistory'] } });
  });
});
