import { expect, test } from 'vitest';
import { HOURS_OF_WEEK, metricHistorySchema } from '../../../../../shared/model/utilisation.ts';
import { busiestHour, coveredHours, heatZone, hourText, weekHeat, zoneText } from './week-heat.ts';

const hours = (filled: Record<number, number>) => Array.from({ length: HOURS_OF_WEEK }, (_unused, index) => filled[index] ?? null);
const history = metricHistorySchema.parse({
  metric: 'cpuRatio', sampleCount: 3, bins: [], max: 0.9, sum: 1.2, daily: [],
  hourOfWeekMean: hours({ 0: 0.2, 25: 0.4, 26: 0.4 }), hourOfWeekMax: hours({ 0: 0.9, 25: 0.5, 26: 0.5 }),
  hourOfWeekCount: hours({ 0: 1, 25: 1, 26: 1 }).map((count) => count ?? 0),
});
const UTC = { of: 'host', offsetMinutes: 0 } as const;

test('cells run from Monday 00:00 to Sunday 23:00', () => {
  const cells = weekHeat(history, 'mean', UTC);
  expect(cells).toHaveLength(168);
  expect(cells[25]).toEqual({ day: 1, hour: 1, value: 0.4, sampleCount: 1 });
  expect(cells[167]).toEqual({ day: 6, hour: 23, value: null, sampleCount: 0 });
});

test('the busiest hour depends on the statistic, the earliest wins a tie', () => {
  expect(busiestHour(weekHeat(history, 'mean', UTC))).toMatchObject({ day: 1, hour: 1 });
  expect(busiestHour(weekHeat(history, 'max', UTC))).toMatchObject({ day: 0, hour: 0 });
  expect(busiestHour([])).toBeUndefined();
});

test('coverage counts hours with samples', () => {
  expect(coveredHours(weekHeat(history, 'mean', UTC))).toBe(3);
});

test('the zone of the host wins; without one it is that of the viewer', () => {
  expect(heatZone('+0800', 60)).toEqual({ of: 'host', offsetMinutes: 480 });
  expect(heatZone('-0330', 60)).toEqual({ of: 'host', offsetMinutes: -210 });
  expect(heatZone(undefined, 60)).toEqual({ of: 'viewer', offsetMinutes: 60 });
  expect(heatZone('CST', -300)).toEqual({ of: 'viewer', offsetMinutes: -300 });
  expect([zoneText(heatZone('+0800', 0)), zoneText(heatZone('-0330', 0))]).toEqual(['UTC+08:00', 'UTC-03:30']);
});

test('hours turn with the zone, over midnight and over the end of the week', () => {
  const east = weekHeat(history, 'mean', heatZone('+0800', 0));
  expect(east[8]).toMatchObject({ day: 0, hour: 8, value: 0.2 });
  expect(east[33]).toMatchObject({ day: 1, hour: 9, value: 0.4 });
  const west = weekHeat(history, 'mean', heatZone('-0500', 0));
  expect(west[163]).toMatchObject({ day: 6, hour: 19, value: 0.2 });
  expect(coveredHours(west)).toBe(3);
});

test('a half-hour zone keeps whole cells and begins them at the half', () => {
  const zone = heatZone('+0530', 0);
  expect(weekHeat(history, 'mean', zone)[5]).toMatchObject({ day: 0, hour: 5, value: 0.2 });
  expect([hourText(5, zone), hourText(5, UTC), hourText(5, heatZone('-0330', 0))]).toEqual(['05:30', '05:00', '05:30']);
});
