import type { CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import type { Progress } from '../../../../../shared/model/tracking.ts';

export type CurvePoint = readonly [date: string, ratio: number];

export interface SCurve {
  readonly plan: readonly CurvePoint[];
  /** Drawn up to `asOf` only: what comes later has not happened. */
  readonly actual: readonly CurvePoint[];
  readonly proven: readonly CurvePoint[];
}

type Points = Progress['plan'];

/** The share in force on a day of a step curve; 0 before its first point. */
export function ratioAt(points: Points, date: CalendarDate): number {
  let ratio = 0;
  for (const point of points) {
    if (point.date > date) break;
    ratio = point.ratio;
  }
  return ratio;
}

function upTo(points: Points, date: CalendarDate): readonly CurvePoint[] {
  const known = points.filter((point) => point.date <= date).map((point): CurvePoint => [point.date, point.ratio]);
  const last = known.at(-1);
  if (last === undefined || last[0] === date) return known;
  return [...known, [date, last[1]]];
}

/** Series of the adoption curve. Points are the ends of days on which something changes, so the lines are steps. */
export function sCurve(progress: Pick<Progress, 'plan' | 'actual' | 'proven' | 'asOf'>): SCurve {
  return {
    plan: progress.plan.map((point): CurvePoint => [point.date, point.ratio]),
    actual: upTo(progress.actual, progress.asOf),
    proven: upTo(progress.proven, progress.asOf),
  };
}

export interface CurveTableRow {
  readonly date: CalendarDate;
  readonly plan: number;
  /** null after the day of the report. */
  readonly actual: number | null;
  readonly proven: number | null;
}

/** The same figures as rows: the last day of each month and the day of the report. */
export function curveTable(progress: Pick<Progress, 'plan' | 'actual' | 'proven' | 'asOf'>): readonly CurveTableRow[] {
  const lastByMonth = new Map<string, CalendarDate>();
  for (const point of [...progress.plan, ...progress.actual, ...progress.proven]) {
    const month = point.date.slice(0, 7);
    const known = lastByMonth.get(month);
    if (known === undefined || point.date > known) lastByMonth.set(month, point.date);
  }
  const days = [...new Set([...lastByMonth.values(), progress.asOf])].toSorted();
  return days.map((date) => ({
    date,
    plan: ratioAt(progress.plan, date),
    actual: date > progress.asOf ? null : ratioAt(progress.actual, date),
    proven: date > progress.asOf ? null : ratioAt(progress.proven, date),
  }));
}

export type ProgressFinding = { readonly kind: 'ahead' | 'behind'; readonly points: number } | { readonly kind: 'onPlan' };

/** Percentage points between what is adopted and what was to be adopted by today; half a point counts as on plan. */
export function progressFinding(progress: Pick<Progress, 'adoptedRatio' | 'plannedRatioToday'>): ProgressFinding {
  const points = Math.round((progress.adoptedRatio - progress.plannedRatioToday) * 1000) / 10;
  if (Math.abs(points) < 0.5) return { kind: 'onPlan' };
  return { kind: points > 0 ? 'ahead' : 'behind', points: Math.abs(points) };
}
