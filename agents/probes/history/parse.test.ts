import { describe, expect, test } from 'vitest';
import { parseArchives, parseHistory } from './parse.ts';
import { readCodes } from './read-codes.ts';
import { readCounts } from './read-counts.ts';

const HEAD = ['source sysstat', 'interval 600', 'from 1787580600', 'to 1787752800'];
const HOURS = `a0--${'00'.repeat(166)}`;
const METRIC = ['metric cpuRatio 7 0.5 1.5', 'bins 3 2 1 0 40 4', `hour-mean ${HOURS}`, `hour-max ${HOURS}`, `hour-count 7${' 0'.repeat(167)}`, 'days 2026-02-28:0a0k0b0l 2026-03-05:0c0m'];
const history = (...lines: readonly string[]) => parseHistory([...HEAD, ...lines]);

describe('a folded month', () => {
  test('bins with gaps, codes of hours, runs of days', () => {
    expect(history(...METRIC)?.metrics).toEqual([expect.objectContaining({
      metric: 'cpuRatio', sampleCount: 7, max: 0.5, sum: 1.5, bins: [[3, 2], [4, 1], [45, 4]], hourOfWeekMean: [0.36, null, ...Array.from({ length: 166 }, () => 0)],
      daily: [['2026-02-28', 0.01, 0.02], ['2026-03-01', 0.011, 0.021], ['2026-03-05', 0.012, 0.022]],
    })]);
  });

  test('the counts of hours stand once for all metrics that share them', () => {
    const rates = METRIC.filter((line) => !line.startsWith('hour-count')).map((line) => line.replace('metric cpuRatio 7 0.5', 'metric netInBytesPerSecond 7 5'));
    const [, second] = history(...METRIC, ...rates)?.metrics ?? [];
    expect(second?.hourOfWeekCount[0]).toBe(7);
    expect(second?.hourOfWeekMean[0]).toBe(5); // 1.02^359.5, and no more than the maximum
    expect(second?.daily[0]?.[1]).toBeCloseTo(1.02 ** 9.5);
  });

  test.each([
    ['a bin beyond the last', METRIC.with(1, 'bins 199 3 3 1')], ['other samples than counted', METRIC.with(1, 'bins 3 2 1')], ['167 hours', METRIC.with(2, `hour-mean ${'00'.repeat(167)}`)], ['no code', METRIC.with(2, `hour-mean ${'0!'.repeat(168)}`)],
    ['half a code', METRIC.with(3, `hour-max ${'00'.repeat(167)}0`)], ['no counts', METRIC.toSpliced(4, 1)], ['a number that is none', METRIC.with(1, 'bins 3 2 x')], ['no samples', METRIC.with(0, 'metric cpuRatio')],
  ])('a metric that does not add up is not believed: %s', (_label, lines) => {
    expect(history(...lines)).toBeUndefined();
  });

  test('days that are none are left out', () => {
    expect(history(...METRIC.with(5, 'days 2026-13-99:0a0k soon:0a0k 2026-03-05:0a 2026-03-06:--0k 2026-03-07:0a0k'))?.metrics[0]?.daily).toEqual([['2026-03-07', 0.01, 0.02]]);
  });
});

test('codes and counts', () => {
  expect(readCodes('--00zz', 'cpuRatio', 1)).toEqual([null, 0, 1]);
  expect(readCodes('-0', 'cpuRatio', 1)).toBeUndefined();
  expect(readCounts('1 22 333')).toEqual([1, 22, 333]);
  for (const text of ['', ' 1', '1 ', '1  2', '-1', '1.5', '99999999999999999999']) expect(readCounts(text), text).toBeUndefined();
});

test('archives of other tools are named', () => {
  expect(parseArchives(['archive atop 28 20261026 20261122 123456', 'archive pcp 2 20261121 20261122 99', 'archive nmon 1 20261121 20261122 9', 'archive atop x 1 2 3', 'source none'])).toEqual([
    { tool: 'atop', days: 28, from: '2026-10-26', to: '2026-11-22', sizeBytes: 123_456 }, { tool: 'pcp', days: 2, from: '2026-11-21', to: '2026-11-22', sizeBytes: 99 },
  ]);
  expect(parseArchives(['source none'])).toBeUndefined();
});
