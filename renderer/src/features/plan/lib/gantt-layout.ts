import { addDays, dateFromDayNumber, dayNumber, isoWeekday, type CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import type { Plan } from '../../../../../shared/model/plan.ts';
import { concernsWave } from './board.ts';
import type { PlanItemView, PlanView } from './plan-view.ts';

export const GANTT_ZOOMS = ['days', 'weeks', 'months'] as const;
export type GanttZoom = (typeof GANTT_ZOOMS)[number];
const PIXELS_PER_DAY = { days: 22, weeks: 7, months: 2 } as const satisfies Record<GanttZoom, number>;

export interface GanttScale {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly pixelsPerDay: number;
  readonly widthPx: number;
}

/** The drawn span: whole months around the plan, its targets and its start. */
export function ganttScale(view: PlanView, zoom: GanttZoom): GanttScale {
  const days = [view.settings.startDate, ...view.plan.waves.flatMap((wave) => [wave.from, wave.to]), ...view.plan.targets.map((target) => target.date)].map(dayNumber);
  const first = dateFromDayNumber(Math.min(...days));
  const last = dateFromDayNumber(Math.max(...days));
  const from = `${first.slice(0, 7)}-01` as CalendarDate;
  const to = addDays(nextMonth(last), -1);
  const pixelsPerDay = PIXELS_PER_DAY[zoom];
  return { from, to, pixelsPerDay, widthPx: (dayNumber(to) - dayNumber(from) + 1) * pixelsPerDay };
}

/** The whole plan on one paper's width; never coarser to read than it must be, never wider drawn than by days. */
export function paperScale(view: PlanView, widthPx: number): GanttScale {
  const { from, to } = ganttScale(view, 'months');
  const days = dayNumber(to) - dayNumber(from) + 1;
  const pixelsPerDay = Math.min(PIXELS_PER_DAY.days, widthPx / days);
  return { from, to, pixelsPerDay, widthPx: days * pixelsPerDay };
}

/** The finest heads that are legible at a scale. */
export function legibleZoom(scale: GanttScale): GanttZoom {
  if (scale.pixelsPerDay >= PIXELS_PER_DAY.days) return 'days';
  return scale.pixelsPerDay >= PIXELS_PER_DAY.weeks ? 'weeks' : 'months';
}

/** `2026-11`, `26-11` where the month is narrow, and at quarters only where even that would not fit (undefined: no word). */
export function monthLabel(scale: GanttScale, date: CalendarDate): string | undefined {
  if (scale.pixelsPerDay >= 2.5) return date.slice(0, 7);
  if (scale.pixelsPerDay >= 1.4) return date.slice(2, 7);
  return ['01', '04', '07', '10'].includes(date.slice(5, 7)) ? date.slice(2, 7) : undefined;
}

function nextMonth(date: CalendarDate): CalendarDate {
  return `${addDays(`${date.slice(0, 7)}-01` as CalendarDate, 31).slice(0, 7)}-01` as CalendarDate;
}

/** Left edge of a day, in px. */
export function xOf(scale: GanttScale, date: CalendarDate): number {
  return (dayNumber(date) - dayNumber(scale.from)) * scale.pixelsPerDay;
}

/** Width of a span with both ends included, in px. */
export function spanPx(scale: GanttScale, from: CalendarDate, to: CalendarDate): number {
  return Math.max(1, (dayNumber(to) - dayNumber(from) + 1) * scale.pixelsPerDay);
}

export interface GanttTick {
  readonly x: number;
  readonly widthPx: number;
  readonly date: CalendarDate;
}

/** Month heads: one tick per calendar month. */
export function monthTicks(scale: GanttScale): readonly GanttTick[] {
  const ticks: GanttTick[] = [];
  for (let month = scale.from; dayNumber(month) <= dayNumber(scale.to); month = nextMonth(month)) {
    ticks.push({ date: month, x: xOf(scale, month), widthPx: spanPx(scale, month, addDays(nextMonth(month), -1)) });
  }
  return ticks;
}

/** Second head line: days, or Mondays; nothing at the months' zoom, where it would not be legible. */
export function minorTicks(scale: GanttScale, zoom: GanttZoom): readonly GanttTick[] {
  if (zoom === 'months') return [];
  const step = zoom === 'days' ? 1 : 7;
  const first = zoom === 'days' ? scale.from : addDays(scale.from, (8 - isoWeekday(scale.from)) % 7);
  const ticks: GanttTick[] = [];
  for (let date = first; dayNumber(date) <= dayNumber(scale.to); date = addDays(date, step)) {
    ticks.push({ date, x: xOf(scale, date), widthPx: step * scale.pixelsPerDay });
  }
  return ticks;
}

export type GanttRow =
  | { readonly kind: 'wave'; readonly wave: Plan['waves'][number]; readonly systemCount: number }
  | { readonly kind: 'system'; readonly item: PlanItemView; readonly assignment: Plan['assignments'][number]; readonly from: CalendarDate; readonly to: CalendarDate; readonly critical: boolean; readonly violated: boolean };

/** One head row per wave and, below it, one per system in order of cut-over; folded waves show their head only. */
export function ganttRows(view: PlanView, folded: ReadonlySet<number>): readonly GanttRow[] {
  const items = new Map(view.items.map((item) => [item.id, item]));
  const waves = new Map(view.plan.waves.map((wave) => [wave.index, wave]));
  const violated = new Set(view.plan.violations.filter((violation) => !concernsWave(violation)).flatMap((violation) => violation.itemIds));
  const byWave = Map.groupBy(view.plan.assignments, (assignment) => assignment.waveIndex);
  return view.plan.waves.flatMap((wave): GanttRow[] => {
    const own = byWave.get(wave.index) ?? [];
    const head: GanttRow = { kind: 'wave', wave, systemCount: own.length };
    if (folded.has(wave.index)) return [head];
    const rows = own.flatMap((assignment): GanttRow[] => {
      const item = items.get(assignment.itemId);
      if (!item) return [];
      const from = waves.get(assignment.startWaveIndex)?.from ?? wave.from;
      return [{ kind: 'system', item, assignment, from, to: assignment.cutOverDate, critical: item.criticality === 'high' || item.criticality === 'vital', violated: violated.has(item.id) }];
    });
    return [head, ...rows.toSorted(byCutOver)];
  });
}

function byCutOver(left: GanttRow, right: GanttRow): number {
  if (left.kind !== 'system' || right.kind !== 'system') return 0;
  return left.to.localeCompare(right.to) || left.item.name.localeCompare(right.item.name, 'zh-CN');
}

export interface GanttBand {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly widthPx: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Freezes that hold for the whole city, cut to the drawn span. A freeze of some departments is told in the settings, not drawn over all rows. */
export function freezeBands(view: PlanView, scale: GanttScale): readonly GanttBand[] {
  return view.settings.freezes
    .filter((freeze) => freeze.departmentIds === null && dayNumber(freeze.to) >= dayNumber(scale.from) && dayNumber(freeze.from) <= dayNumber(scale.to))
    .map((freeze) => {
      const from = dayNumber(freeze.from) < dayNumber(scale.from) ? scale.from : freeze.from;
      const to = dayNumber(freeze.to) > dayNumber(scale.to) ? scale.to : freeze.to;
      return { id: freeze.id, name: freeze.name, x: xOf(scale, from), widthPx: spanPx(scale, from, to), from: freeze.from, to: freeze.to };
    });
}
