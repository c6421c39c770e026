import { compareText } from '../../kernel/compare-text.ts';
import { dateFromDayNumber, dayNumber, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { z } from 'zod';
import type { AdoptionMeasure, adoptionPointSchema, PlanItem } from '../../model/plan.ts';

export type AdoptionPoint = z.infer<typeof adoptionPointSchema>;
type Counted = Pick<PlanItem, 'id' | 'departmentId' | 'serverCount' | 'vcpuCount' | 'counts'>;

function weightOf(item: Counted, measure: AdoptionMeasure): number {
  if (measure === 'servers') return item.serverCount;
  if (measure === 'vcpu') return item.vcpuCount;
  return 1;
}

/** 0 of 0 is 0: nothing to adopt is no success. */
export function adoptionRatio(adopted: number, total: number): number {
  return total === 0 ? 0 : adopted / total;
}

/** Departments with something to count; one is adopted on the day its last counted system is. */
function departmentEvents(counted: readonly Counted[], dayOf: (item: Counted) => number | undefined): { total: number; days: number[] } {
  const lastDay = new Map<string, number | undefined>();
  for (const item of counted) {
    const day = dayOf(item);
    const known = lastDay.get(item.departmentId);
    const open = day === undefined || (lastDay.has(item.departmentId) && known === undefined);
    lastDay.set(item.departmentId, open ? undefined : Math.max(day, known ?? day));
  }
  return { total: lastDay.size, days: [...lastDay.values()].filter((day) => day !== undefined) };
}

/**
 * Cumulative adoption at the end of each day on which it changes, from `startDate` on (the baseline: what is adopted by
 * then). Excluded items are in neither part of the fraction. `dateOf` gives the day an item became or becomes adopted.
 */
export function adoptionCurve(items: readonly Counted[], measure: AdoptionMeasure, startDate: CalendarDate, dateOf: (itemId: string) => CalendarDate | undefined): AdoptionPoint[] {
  const counted = items.filter((item) => item.counts !== 'excluded');
  const startDay = dayNumber(startDate);
  const dayOf = (item: Counted): number | undefined => {
    if (item.counts === 'already-adopted') return startDay;
    const date = dateOf(item.id);
    return date === undefined ? undefined : Math.max(startDay, dayNumber(date));
  };
  const gains = new Map<number, number>([[startDay, 0]]);
  const gain = (day: number, amount: number): void => void gains.set(day, (gains.get(day) ?? 0) + amount);
  let total = 0;
  if (measure === 'departments') {
    const events = departmentEvents(counted, dayOf);
    total = events.total;
    for (const day of events.days) gain(day, 1);
  } else {
    for (const item of counted) {
      total += weightOf(item, measure);
      const day = dayOf(item);
      if (day !== undefined) gain(day, weightOf(item, measure));
    }
  }
  let adopted = 0;
  const steps = [...gains].filter(([day, amount]) => amount > 0 || day === startDay).sort(([left], [right]) => left - right);
  return steps.map(([day, amount]) => {
    adopted += amount;
    return { date: dateFromDayNumber(day), adopted, total, ratio: adoptionRatio(adopted, total) };
  });
}

/** The last point on or before the day; undefined before the curve begins. */
export function pointAt(curve: readonly AdoptionPoint[], date: CalendarDate): AdoptionPoint | undefined {
  return curve.findLast((point) => compareText(point.date, date) <= 0);
}
