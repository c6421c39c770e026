import { dayNumber, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { PlanItem } from '../../model/plan.ts';
import { unitsNeeded } from '../adoption/target-outcome.ts';
import { MILLI, type PlanIndex } from './plan-index.ts';
import { itemEffortMilli } from './work-group.ts';

function weightIn(index: PlanIndex, item: PlanItem): number {
  const { measure } = index.problem.settings;
  return measure === 'servers' ? item.serverCount : measure === 'vcpu' ? item.vcpuCount : 1;
}

/** The least load that gains `units` of the measure when systems may be cut into parts (fractional knapsack). */
function leastLoad(index: PlanIndex, units: number, loadOf: (item: PlanItem) => number): number {
  const gains = index.movers.filter((item) => item.counts === 'when-cut-over').map((item) => ({ weight: weightIn(index, item), load: loadOf(item) }));
  const useful = gains.filter((gain) => gain.weight > 0).sort((left, right) => left.load / left.weight - right.load / right.weight);
  let missing = units;
  let load = 0;
  for (const gain of useful) {
    if (missing <= 0) break;
    load += gain.load * Math.min(1, missing / gain.weight);
    missing -= gain.weight;
  }
  return missing > 0 ? Number.POSITIVE_INFINITY : load;
}

function openDaysUntil(index: PlanIndex, date: CalendarDate): number {
  const fromDay = dayNumber(index.problem.settings.startDate);
  const lastWave = Math.max(0, index.frames.indexOf(dayNumber(date)));
  let days = 0;
  for (let day = fromDay; day <= index.frames.at(Math.max(1, lastWave)).toDay; day += 1) if (index.calendar.isOpenDay(day)) days += 1;
  return days;
}

export interface TargetBound extends Record<string, string | number> {
  readonly provenImpossible: 0 | 1;
}

/**
 * A proof of why a target cannot be met, or an honest "not proven": for each team the least person-days that any plan
 * needs for the share, whatever its order and groups, against all the team has until the end of the target's wave. The
 * lane with the largest ratio of need to supply is the bottleneck. Departments have no such bound (a department needs
 * all of its systems), nor has a share that not even moving everything reaches (`bottleneckId` = 'nothing-left').
 */
export function targetBound(index: PlanIndex, target: { readonly ratio: number; readonly date: CalendarDate }): TargetBound {
  const { settings, items } = index.problem;
  if (settings.measure === 'departments') return { provenImpossible: 0 };
  const counted = items.filter((item) => item.counts !== 'excluded');
  const total = counted.reduce((sum, item) => sum + weightIn(index, item), 0);
  const already = counted.filter((item) => item.counts === 'already-adopted').reduce((sum, item) => sum + weightIn(index, item), 0);
  const units = unitsNeeded(target.ratio, total) - already;
  const openDays = openDaysUntil(index, target.date);
  const lanes = index.teams.map((team) => ({ id: team.id, needed: leastLoad(index, units, (item) => itemEffortMilli(item, team.id)), available: team.milliPerOpenDay * openDays }));
  if (lanes.some((lane) => lane.needed === Number.POSITIVE_INFINITY)) return { provenImpossible: 1, bottleneckId: 'nothing-left' };
  const ratioOf = (lane: (typeof lanes)[number]): number => lane.needed / Math.max(1, lane.available);
  const bottleneck = lanes.reduce((worst, lane) => (ratioOf(lane) > ratioOf(worst) ? lane : worst));
  const params = { bottleneckId: bottleneck.id, neededPersonDays: Math.ceil(bottleneck.needed) / MILLI, availablePersonDays: bottleneck.available / MILLI };
  return { provenImpossible: bottleneck.needed > bottleneck.available + 1 ? 1 : 0, ...params };
}
