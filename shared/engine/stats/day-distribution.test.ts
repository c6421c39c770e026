import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayDistributionSchema, METRICS, type DayDistribution, type Metric, type UtilisationHistory } from '../../model/utilisation.ts';
import { buildServerProfile } from './build-profile.ts';
import { foldSamples, historyOfDays, hourOfWeek, mergeDay, type TimedSample } from './day-distribution.ts';
import { percentilesOf } from './percentiles.ts';
import { preferHistory } from './prefer-history.ts';

const DWELL = { source: 'dwell', statistic: 'interval-mean', intervalSeconds: 10 } as const;
const MONDAY = Date.parse('2026-11-02T00:00:00.000Z');
const HOUR = 3_600_000;

const sampleAt = (atMs: number, values: TimedSample['values'], intervalSeconds = 10): TimedSample => ({ atMs, intervalSeconds, values });
const exact = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;

describe('days', () => {
  test('hours of the week count from Monday 00:00 UTC', () => {
    expect([MONDAY, MONDAY + 25 * HOUR, MONDAY + 167 * HOUR, MONDAY + 168 * HOUR].map(hourOfWeek)).toEqual([0, 25, 167, 0]);
  });

  test('a dwell over midnight belongs to both days', () => {
    const midnight = MONDAY + 24 * HOUR;
    const days = foldSamples([sampleAt(midnight - 5000, { cpuRatio: 0.1 }), sampleAt(midnight + 15_000, { cpuRatio: 0.3 })], DWELL);
    expect(days.map(({ day, metrics }) => [day, metrics[0]?.sampleCount, metrics[0]?.hours])).toEqual([['2026-11-02', 1, [[23, 1, 0.1, 0.1]]], ['2026-11-03', 1, [[24, 1, 0.3, 0.3]]]]);
    for (const day of days) expect(dayDistributionSchema.parse(day)).toEqual(day);
  });

  test('H21 means of another length are not mixed in', () => {
    const days = foldSamples([sampleAt(MONDAY + HOUR, { cpuRatio: 0.1 }), sampleAt(MONDAY + 2 * HOUR, { cpuRatio: 0.9 }, 120), sampleAt(MONDAY + 3 * HOUR, { cpuRatio: 0.9 }, 2)], DWELL);
    expect(days[0]?.metrics[0]).toMatchObject({ sampleCount: 1, max: 0.1 });
  });

  test('H21 distributions of different kinds do not add up', () => {
    const [mean] = foldSamples([sampleAt(MONDAY + HOUR, { cpuRatio: 0.1 })], DWELL);
    const [instant] = foldSamples([sampleAt(MONDAY + HOUR, { cpuRatio: 0.1 })], { ...DWELL, statistic: 'instant' });
    if (!mean || !instant) throw new Error('two days');
    expect(() => mergeDay([mean, instant])).toThrow(RangeError);
    expect(() => historyOfDays([mean, instant])).toThrow(RangeError);
    expect(historyOfDays([])).toBeUndefined();
  });
});

describe('merging', () => {
  const metric = fc.constantFrom<Metric>('cpuRatio', 'memRatio', 'netInBytesPerSecond', 'diskOpsPerSecond');
  const series = fc.tuple(metric, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 8 }), fc.double({ min: 2, max: 1e9, noNaN: true }));

  test('a percentile of merged parts is within one per cent of the exact one', () => {
    fc.assert(fc.property(series, fc.constantFrom(0.5, 0.9, 0.95, 0.99), ([name, shares, parts, scale], share) => {
      const ratio = name.endsWith('Ratio');
      const values = ratio ? shares : shares.map((each) => each ** 3 * scale);
      const pieces = Array.from({ length: parts }, (_, part) => values.filter((_value, index) => index % parts === part));
      const days = pieces.flatMap((piece, part) => foldSamples(piece.map((value, index) => sampleAt(MONDAY + (part * 24 + 1) * HOUR + index * 10_000, { [name]: value })), DWELL));
      const [history] = historyOfDays(days)?.metrics ?? [];
      if (!history) throw new Error('no history');
      const percentiles = percentilesOf(history);
      const found = { 0.5: percentiles.p50, 0.9: percentiles.p90, 0.95: percentiles.p95, 0.99: percentiles.p99 }[share] ?? Number.NaN;
      const truth = exact(values, share);
      // Of ratios one percentage point; below one unit a second all rates are one bin.
      expect(Math.abs(found - truth)).toBeLessThanOrEqual(ratio ? 0.01 : Math.max(1, truth * 0.01));
    }), { numRuns: 500 });
  });

  test('the order of the parts has no influence, and nothing is lost', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 }), (pieces) => {
      const days = pieces.flatMap((piece) => foldSamples(piece.map((value, index) => sampleAt(MONDAY + HOUR + index * 10_000, { cpuRatio: Math.round(value * 1024) / 1024 })), DWELL));
      const [first, ...rest] = days;
      if (!first) throw new Error('no day');
      const merged = mergeDay([first, ...rest]);
      const reversed = days.toReversed() as [DayDistribution, ...DayDistribution[]];
      expect(mergeDay(reversed)).toEqual(merged);
      expect(merged.metrics[0]?.sampleCount).toBe(pieces.flat().length);
    }));
  });
});

describe('the profile of a campaign', () => {
  const dwellDays = (days: number): UtilisationHistory | undefined => historyOfDays(Array.from({ length: days }, (_, day) => foldSamples(
    Array.from({ length: 24 * 60 }, (_unused, minute) => sampleAt(MONDAY + day * 24 * HOUR + minute * 60_000 + 10_000, Object.fromEntries(METRICS.map((name) => [name, name.endsWith('Ratio') ? 0.2 + ((minute * 7) % 20) / 100 : 1000 + (minute % 50)])))), DWELL,
  )).flat());
  const confidenceAfter = (days: number): number => buildServerProfile({ history: dwellDays(days), collectedAt: '2026-12-10T00:00:00.000Z' }).confidence.score;

  test('deserves more trust with each week, and says why it does not deserve all', () => {
    const scores = [1, 3, 7, 14, 30].map(confidenceAfter);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(5);
    const week = buildServerProfile({ history: dwellDays(7), collectedAt: '2026-12-10T00:00:00.000Z' });
    expect(week.confidence.reasons).toEqual(['shortWindow', 'noMonthEnd']);
    expect(week.metrics[0]).toMatchObject({ source: 'dwell', statistic: 'interval-mean', intervalSeconds: 10 });
  });

  test('gives way to a history that deserves more, and is never mixed with it', () => {
    const [short, long] = [dwellDays(2), dwellDays(30)];
    if (!short || !long) throw new Error('two histories');
    const sysstat: UtilisationHistory = { ...long, source: 'sysstat', intervalSeconds: 600 };
    expect(preferHistory([short, sysstat], '2026-12-10T00:00:00.000Z')).toBe(sysstat);
    expect(preferHistory([sysstat, long], '2026-12-10T00:00:00.000Z')).toBe(long);
    expect(preferHistory([], '2026-12-10T00:00:00.000Z')).toBeUndefined();
  });
});
