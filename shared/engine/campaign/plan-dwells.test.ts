import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaignPlanSchema, type CampaignPlan } from '../../model/campaign.ts';
import { MAX_DWELLS, planDwells } from './plan-dwells.ts';

const servers = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${index}`);
const planOf = (changes: Record<string, unknown> = {}): CampaignPlan => campaignPlanSchema.parse({
  name: 'Office hours', firstDay: '2026-11-02', lastDay: '2026-11-08', windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '11:00' }, { weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '16:00' }],
  dwellMinutes: 29, atOnce: 2, utcOffsetMinutes: 480, ...changes,
});
const startsOf = (plan: CampaignPlan, list = servers(2)): string[] => [...new Set((planDwells(plan, list) ?? []).map(({ startsAtMs }) => new Date(startsAtMs).toISOString()))];

describe('the plan of a campaign', () => {
  test('C03 rounds lie in the windows of the wall clock, on working days only', () => {
    const starts = startsOf(planOf());
    expect(starts.slice(0, 8)).toEqual(['2026-11-02T01:00:00.000Z', '2026-11-02T01:30:00.000Z', '2026-11-02T02:00:00.000Z', '2026-11-02T02:30:00.000Z', '2026-11-02T06:00:00.000Z', '2026-11-02T06:30:00.000Z', '2026-11-02T07:00:00.000Z', '2026-11-02T07:30:00.000Z']);
    expect(starts).toHaveLength(40);
  });

  test('a month end counts whatever the weekday', () => {
    const plan = { firstDay: '2026-10-30', lastDay: '2026-11-01' };
    expect(startsOf(planOf(plan)).map((at) => at.slice(0, 10))).toContain('2026-10-31');
    expect(startsOf(planOf({ ...plan, monthEnd: false })).map((at) => at.slice(0, 10))).not.toContain('2026-10-31');
  });

  test('windows that overlap are one', () => {
    const windows = [{ weekdays: [1], from: '09:00', to: '10:00' }, { weekdays: [1], from: '09:30', to: '11:00' }];
    expect(startsOf(planOf({ lastDay: '2026-11-02', windows }))).toHaveLength(4);
  });

  test.each([
    ['a window that ends before it begins', { windows: [{ weekdays: [1], from: '11:00', to: '09:00' }] }],
    ['a time that is none', { windows: [{ weekdays: [1], from: '09:00', to: '25:00' }] }],
    ['a weekday that is none', { windows: [{ weekdays: [8], from: '09:00', to: '10:00' }] }],
    ['no window', { windows: [] }],
  ])('%s is refused', (_, changes) => expect(() => planOf(changes)).toThrow());

  test('nobody always meets the same hour', () => {
    // 8 rounds of 1 server a day and 8 servers: without the shift each server would come at the same time each day.
    const dwells = planDwells(planOf({ atOnce: 1 }), servers(8)) ?? [];
    const hours = new Set(dwells.filter(({ server }) => server === 's0').map(({ startsAtMs }) => new Date(startsAtMs).toISOString().slice(11)));
    expect(hours.size).toBe(5);
  });

  test('a plan beyond all bounds is not built', () => {
    const windows = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    expect(planDwells(planOf({ lastDay: '2027-06-30', windows, dwellMinutes: 1, atOnce: 200 }), servers(500))).toBeUndefined();
    expect(planDwells(planOf(), [])).toEqual([]);
    expect(MAX_DWELLS).toBeGreaterThan(4717 * 20);
  });

  test('never more at once than allowed, nobody twice at once, turns shared fairly', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 }), (count, atOnce, dwellMinutes) => {
      const dwells = planDwells(planOf({ atOnce, dwellMinutes }), servers(count)) ?? [];
      for (const round of Map.groupBy(dwells, ({ startsAtMs }) => startsAtMs).values()) {
        expect(round.length).toBeLessThanOrEqual(atOnce);
        expect(new Set(round.map(({ server }) => server)).size).toBe(round.length);
      }
      const starts = [...new Set(dwells.map(({ startsAtMs }) => startsAtMs))];
      for (const [index, start] of starts.entries()) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThan(dwellMinutes * 60_000);
      // A whole number of rounds a day shifts by one round each day: at most one turn more for each of the seven days.
      const turns = servers(count).map((name) => dwells.filter(({ server }) => server === name).length);
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(8);
    }));
  });
});
