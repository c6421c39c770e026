import { expect, test } from 'vitest';
import { HOURS_OF_WEEK, metricHistorySchema } from '../../../../../shared/model/utilisation.ts';
import { busiestHour, coveredHours, weekHeat } from './week-heat.ts';

const hours = (filled: Record<number, number>) => Array.from({ length: HOURS_OF_WEEK }, (_unused, index) => filled[index] ?? null);
const history = metricHistorySchema.parse({
  metric: 'cpuRatio', sampleCount: 3, bins: [], max: 0.9, sum: 1.2, daily: [],
  hourOfWeekMean: hours({ 0: 0.2, 25: 0.4, 26: 0.4 }), hourOfWeekMax: hours({ 0: 0.9, 25: 0.5, 26: 0.5 }),
  hourOfWeekCount: hours({ 0: 1, 25: 1, 26: 1 }).map((count) => count ?? 0),
});

test('cells run from Monday 00:00 to Sunday 23:00', () => {
  const cells = weekHeat(history, 'mean');
  expect(cells).toHaveLength(168);
  expect(cells[25]).toEqual({ day: 1, hour: 1, value: 0.4, sampleCount: 1 });
  expect(cells[167]).toEqual({ day: 6, hour: 23, value: null, sampleCount: 0 });
});

test('the busiest hour depends on the statistic, the earliest wins a tie', () => {
  expect(busiestHour(weekHeat(history, 'mean'))).toMatchObject({ day: 1, hour: 1 });
  expect(busiestHour(weekHeat(history, 'max'))).toMatchObject({ day: 0, hour: 0 });
  expect(busiestHour([])).toBeUndefined();
});

test('coverage counts hours with samples', () => {
  expect(coveredHours(weekHeat(history, 'mean'))).toBe(3);
});
