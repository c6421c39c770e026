import { expect, test } from 'vitest';
import { adoptionPointSchema } from '../../../../../shared/model/plan.ts';
import type { CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { curveTable, progressFinding, ratioAt, sCurve } from './s-curve.ts';

const points = (...list: [string, number][]) => list.map(([date, ratio]) => adoptionPointSchema.parse({ date, ratio, adopted: ratio * 10, total: 10 }));
const asOf = '2026-03-15' as CalendarDate;
const progress = { asOf, plan: points(['2026-02-10', 0.2], ['2026-02-20', 0.4], ['2026-04-10', 0.8]), actual: points(['2026-02-20', 0.3], ['2026-05-01', 0.9]), proven: points() };

test('actual runs to the day of the report and not beyond', () => {
  expect(sCurve(progress).actual).toEqual([['2026-02-20', 0.3], ['2026-03-15', 0.3]]);
  expect(sCurve(progress).plan).toHaveLength(3);
  expect(sCurve(progress).proven).toEqual([]);
});

test('a step curve holds its value until the next point', () => {
  expect(ratioAt(progress.plan, '2026-02-19' as CalendarDate)).toBe(0.2);
  expect(ratioAt(progress.plan, '2026-01-01' as CalendarDate)).toBe(0);
});

test('the table has month ends and the day of the report; the future has no actual', () => {
  expect(curveTable(progress)).toEqual([
    { date: '2026-02-20', plan: 0.4, actual: 0.3, proven: 0 },
    { date: '2026-03-15', plan: 0.4, actual: 0.3, proven: 0 },
    { date: '2026-04-10', plan: 0.8, actual: null, proven: null },
    { date: '2026-05-01', plan: 0.8, actual: null, proven: null },
  ]);
});

test.each([[0.61, 0.641, { kind: 'behind', points: 3.1 }], [0.7, 0.65, { kind: 'ahead', points: 5 }], [0.5, 0.504, { kind: 'onPlan' }]])('%f against %f', (adoptedRatio, plannedRatioToday, finding) => {
  expect(progressFinding({ adoptedRatio, plannedRatioToday })).toEqual(finding);
});
