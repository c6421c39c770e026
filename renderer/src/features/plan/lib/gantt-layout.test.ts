import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { freezeBands, ganttRows, ganttScale, legibleZoom, minorTicks, monthLabel, monthTicks, paperScale, spanPx, xOf } from './gantt-layout.ts';
import { planViewFixture } from './plan-view.fixture.ts';

test('the scale covers whole months and places days on it', () => {
  const scale = ganttScale(planViewFixture(), 'weeks');
  expect([scale.from, scale.to]).toEqual(['2026-05-01', '2026-06-30']);
  expect(scale.widthPx).toBe(61 * 7);
  const start = planViewFixture().settings.startDate;
  expect(xOf(scale, start)).toBe(17 * 7);
  expect(spanPx(scale, start, start)).toBe(7);
});

test('heads: months, then Mondays, days, or nothing', () => {
  const view = planViewFixture();
  const weeks = ganttScale(view, 'weeks');
  expect(monthTicks(weeks).map((tick) => tick.date)).toEqual(['2026-05-01', '2026-06-01']);
  expect(minorTicks(weeks, 'weeks')[0]?.date).toBe('2026-05-04');
  expect(minorTicks(ganttScale(view, 'days'), 'days')).toHaveLength(61);
  expect(minorTicks(ganttScale(view, 'months'), 'months')).toEqual([]);
});

test('rows: a head per wave, systems by cut-over, preparation starts in the start wave', () => {
  const rows = ganttRows(planViewFixture(), new Set());
  expect(rows.map((row) => (row.kind === 'wave' ? row.wave.index : row.item.id))).toEqual([1, 'c', 2, 'a', 'b']);
  expect(rows[4]).toMatchObject({ from: '2026-05-18', to: '2026-06-12', critical: false });
  expect(rows[3]).toMatchObject({ critical: true, violated: true });
});

test('a folded wave keeps its head', () => {
  const rows = ganttRows(planViewFixture(), new Set([2]));
  expect(rows.filter((row) => row.kind === 'system')).toHaveLength(1);
  expect(rows.at(-1)).toMatchObject({ kind: 'wave', systemCount: 2 });
});

test('only freezes of the whole city are drawn, cut to the span', () => {
  const view = planViewFixture();
  const bands = freezeBands(view, ganttScale(view, 'weeks'));
  expect(bands).toHaveLength(1);
  expect(bands[0]).toMatchObject({ id: 'f1', x: 0, widthPx: 20 * 7, from: '2026-04-20' });
});

test('on paper the whole plan has the width of the paper, with heads that are legible there', () => {
  const view = planViewFixture();
  const wide = paperScale(view, 780);
  expect([wide.from, wide.to, Math.round(wide.widthPx)]).toEqual(['2026-05-01', '2026-06-30', 780]);
  expect(legibleZoom(wide)).toBe('weeks');
  expect(paperScale(view, 9000).pixelsPerDay).toBe(22);
  expect(legibleZoom(paperScale(view, 100))).toBe('months');
});

test('months are named as their width allows', () => {
  const scale = (pixelsPerDay: number) => ({ ...ganttScale(planViewFixture(), 'months'), pixelsPerDay });
  const months = ['2026-10-01', '2026-11-01'] as CalendarDate[];
  expect(months.map((month) => monthLabel(scale(7), month))).toEqual(['2026-10', '2026-11']);
  expect(months.map((month) => monthLabel(scale(2), month))).toEqual(['26-10', '26-11']);
  expect(months.map((month) => monthLabel(scale(1), month))).toEqual(['26-10', undefined]);
});
