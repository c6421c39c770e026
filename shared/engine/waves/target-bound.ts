import { dayNumber, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { PlanItem } from '../../model/plan.ts';
import { unitsNeeded } from '../adoption/target-outcome.ts';
import { MILLI, type PlanIndex } from './plan-index.ts';
import { itemEffortMilli } from './work-group.ts';

/**
 * What is proven about a missed target. `needed` against `available`: person-days for a team, bytes for a link, systems
 * for the wave limit, units of the measure for the department limit and the earliest dates.
 */
export interface TargetBound extends Record<string, string | number> {
  readonly proof: 'impossible' | 'not-proven';
}

interface Lane {
  readonly kind: 'team' | 'link' | 'wave-limit' | 'department-limit' | 'earliest-date';
  readonly id: string;
  readonly needed: number;
  readonly available: number;
}

/** The waves that can still cut over by the day: how many, and how many open days they have to work in. */
function wavesUntil(index: PlanIndex, day: number): { count: number; openDays: number } {
  let count = 0;
  let openDays = 0;
  let pending = 0;
  for (let wave = 1; index.frames.at(wave).fromDay <= day; wave += 1) {
    const frame = index.frames.at(wave);
    pending += frame.openDayCount;
    const first = frame.cutOverDays[0];
    if (first === undefined || first > day) continue;
    count = wave;
    openDays += pending;
    pending = 0;
  }
  return { count, openDays };
}

function weightIn(index: PlanIndex, item: PlanItem): number {
  const { measure } = index.problem.settings;
  return measure === 'servers' ? item.serverCount : measure === 'vcpu' ? item.vcpuCount : 1;
}

/** The least load that gains `units` when systems may be cut into parts (fractional knapsack); Infinity: out of reach. */
function leastLoad(index: PlanIndex, items: readonly PlanItem[], units: number, loadOf: (item: PlanItem) => number): number {
  const gains = items.map((item) => ({ weight: weightIn(index, item), load: loadOf(item) })).filter((gain) => gain.weight > 0);
  gains.sort((left, right) => left.load / left.weight - right.load / right.weight);
  let missing = units;
  let load = 0;
  for (const gain of gains) {
    if (missing <= 0) break;
    load += gain.load * Math.min(1, missing / gain.weight);
    missing -= gain.weight;
  }
  return missing > 0 ? Number.POSITIVE_INFINITY : load;
}

/** The most units the departments' limits let through: the heaviest systems of each, as many as its waves take. */
function unitsWithinDepartmentLimits(index: PlanIndex, items: readonly PlanItem[], waves: number): number {
  const byDepartment = new Map<string, number[]>();
  for (const item of items) byDepartment.set(item.departmentId, [...(byDepartment.get(item.departmentId) ?? []), weightIn(index, item)]);
  const most = waves * index.problem.settings.maxSystemsPerDepartmentPerWave;
  let units = 0;
  for (const weights of byDepartment.values()) units += weights.sort((left, right) => right - left).slice(0, most).reduce((sum, weight) => sum + weight, 0);
  return units;
}

function lanesOf(index: PlanIndex, items: readonly PlanItem[], units: number, date: CalendarDate): Lane[] {
  const { settings } = index.problem;
  const { count, openDays } = wavesUntil(index, dayNumber(date));
  const pilot = Math.min(settings.pilotSystems, settings.maxSystemsPerWave);
  const seats = count === 0 ? 0 : pilot + (count - 1) * settings.maxSystemsPerWave;
  return [
    { kind: 'earliest-date', id: '', needed: units, available: items.reduce((sum, item) => sum + weightIn(index, item), 0) },
    { kind: 'department-limit', id: '', needed: units, available: unitsWithinDepartmentLimits(index, items, count) },
    { kind: 'wave-limit', id: '', needed: Math.ceil(leastLoad(index, items, units, () => 1) - 1e-6), available: seats },
    ...index.teams.map((team): Lane => ({ kind: 'team', id: team.id, needed: Math.ceil(leastLoad(index, items, units, (item) => itemEffortMilli(item, team.id)) - 1e-3) / MILLI, available: (team.milliPerOpenDay * openDays) / MILLI })),
    ...index.links.map((link, position): Lane => {
      const bytesOn = (item: PlanItem): number => (index.linkOf(item.departmentId) === position ? item.dataBytes : 0);
      return { kind: 'link', id: link.id, needed: Math.floor(leastLoad(index, items, units, bytesOn)), available: link.bytesPerDay * settings.waveLengthDays * count };
    }),
  ];
}

/**
 * A proof of why a target cannot be met, or an honest "not proven". Each lane by itself: the least that any plan keeping
 * the rules needs for the share, whatever its order and groups, against all there is by the target's date. The first
 * lane that falls short is the proof; else the lane with the largest share of need in supply is named as the bottleneck.
 * Adopted departments have no such bound (a department needs all of its systems).
 */
export function targetBound(index: PlanIndex, target: { readonly ratio: number; readonly date: CalendarDate }): TargetBound {
  const { settings, items } = index.problem;
  if (settings.measure === 'departments') return { proof: 'not-proven' };
  const weigh = (list: readonly PlanItem[]): number => list.reduce((sum, item) => sum + weightIn(index, item), 0);
  const counted = items.filter((item) => item.counts !== 'excluded');
  const already = weigh(counted.filter((item) => item.counts === 'already-adopted'));
  const units = unitsNeeded(target.ratio, weigh(counted)) - already;
  const eligible = index.movers.filter((item) => item.counts === 'when-cut-over' && (item.earliest === null || dayNumber(item.earliest) <= dayNumber(target.date)));
  const lanes = lanesOf(index, eligible, units, target.date);
  const short = lanes.find((lane) => lane.needed > lane.available);
  const tightness = (lane: Lane): number => lane.needed / Math.max(lane.available, 1e-9);
  const named = short ?? lanes.reduce((worst, lane) => (tightness(lane) > tightness(worst) ? lane : worst));
  const figures = Number.isFinite(named.needed) ? { needed: named.needed, available: named.available } : {};
  return { proof: short === undefined ? 'not-proven' : 'impossible', bottleneckKind: named.kind, bottleneckId: named.id, ...figures };
}
