import { dateFromDayNumber, dayNumber } from '../../kernel/calendar-date.ts';
import { adoptionCurve } from '../adoption/adoption-curve.ts';
import { targetOutcomes } from '../adoption/target-outcome.ts';
import type { PlanIndex } from './plan-index.ts';
import type { Schedule } from './schedule-groups.ts';
import { HORIZON_DAYS } from './wave-frames.ts';
import type { WorkGroup } from './work-group.ts';

/**
 * Smaller is better, compared from the left; all integers:
 * [targets missed, units short at the targets' dates, systems without a wave, days targets are reached late,
 *  system-days on the old servers (each system's waiting time from the start)].
 */
export type ScheduleScore = readonly [number, number, number, number, number];

export function scoreSchedule(index: PlanIndex, groups: readonly WorkGroup[], schedule: Schedule): ScheduleScore {
  const { settings, items } = index.problem;
  const startDay = dayNumber(settings.startDate);
  const days = new Map<string, number>();
  let unplaced = 0;
  let waiting = 0;
  for (const group of groups) {
    const day = schedule.placements.get(group.id)?.day;
    if (day === undefined) unplaced += group.items.length;
    else for (const item of group.items) days.set(item.id, day);
    waiting += ((day ?? startDay + HORIZON_DAYS) - startDay) * group.items.length;
  }
  const curve = adoptionCurve(items, settings.measure, settings.startDate, (id) => {
    const day = days.get(id);
    return day === undefined ? undefined : dateFromDayNumber(day);
  });
  let missed = 0;
  let short = 0;
  let late = 0;
  for (const outcome of targetOutcomes(curve, settings.targets)) {
    if (outcome.met) continue;
    missed += 1;
    short += outcome.shortfall;
    late += (outcome.reachedOn === null ? startDay + HORIZON_DAYS : dayNumber(outcome.reachedOn)) - dayNumber(outcome.date);
  }
  return [missed, short, unplaced, late, waiting];
}

/** Negative when `left` is the better one. */
export function compareScores(left: ScheduleScore, right: ScheduleScore): number {
  for (const [position, value] of left.entries()) {
    const difference = value - (right[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
