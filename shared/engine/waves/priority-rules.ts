import { compareText } from '../../kernel/compare-text.ts';
import type { AdoptionMeasure } from '../../model/plan.ts';
import type { PlanIndex } from './plan-index.ts';
import type { WorkGroup } from './work-group.ts';

const RISK = { low: 0, medium: 1, high: 2, vital: 3 } as const;
type Key = (group: WorkGroup) => readonly number[];

/** What a group adds to the adoption measure when it is cut over (departments are counted by their systems). */
export function groupValue(group: WorkGroup, measure: AdoptionMeasure): number {
  const counted = group.items.filter((item) => item.counts === 'when-cut-over');
  if (measure === 'servers') return counted.reduce((sum, item) => sum + item.serverCount, 0);
  if (measure === 'vcpu') return counted.reduce((sum, item) => sum + item.vcpuCount, 0);
  return counted.length;
}

/** The largest share of any lane's daily capacity that the group takes: its load on the bottleneck. */
function bottleneckLoad(index: PlanIndex, group: WorkGroup): number {
  const teamLoads = index.teams.map((team, position) => (group.effortMilli[position] ?? 0) / Math.max(1, team.milliPerOpenDay));
  const linkLoads = index.links.map((link, position) => (group.linkBytes[position] ?? 0) / Math.max(1, link.bytesPerDay));
  return Math.max(0, ...teamLoads, ...linkLoads);
}

function departmentLoads(index: PlanIndex, groups: readonly WorkGroup[]): Map<string, number> {
  const loads = new Map<string, number>();
  for (const group of groups) for (const id of group.countByDepartment.keys()) loads.set(id, (loads.get(id) ?? 0) + bottleneckLoad(index, group));
  return loads;
}

/**
 * The orders in which serial generation is tried; smaller keys go first, ties by group id. Names:
 * yield (adoption per bottleneck load: Smith's ratio), yield-total (per person-day), short, long (longest first closes
 * the end evenly), worth, departments (whole departments, the least work first), risk (low criticality first), transfer.
 */
function priorityKeys(index: PlanIndex, groups: readonly WorkGroup[]): readonly Key[] {
  const { measure } = index.problem.settings;
  const loads = departmentLoads(index, groups);
  const departmentKey = (group: WorkGroup): number => Math.max(0, ...[...group.countByDepartment.keys()].map((id) => loads.get(id) ?? 0));
  const value = (group: WorkGroup): number => groupValue(group, measure);
  const load = (group: WorkGroup): number => bottleneckLoad(index, group);
  const risk = (group: WorkGroup): number => Math.max(0, ...group.items.map((item) => (item.criticality === null ? 1 : RISK[item.criticality])));
  const bytes = (group: WorkGroup): number => group.linkBytes.reduce((sum, part) => sum + part, 0);
  return [
    (group) => [load(group) / Math.max(value(group), 1e-9), load(group)],
    (group) => [group.totalMilli / Math.max(value(group), 1e-9), load(group)],
    (group) => [load(group)],
    (group) => [-load(group)],
    (group) => [-value(group), load(group)],
    (group) => [departmentKey(group), load(group)],
    (group) => [risk(group), load(group) / Math.max(value(group), 1e-9)],
    (group) => [-bytes(group), load(group)],
  ];
}

function compareKeys(left: readonly number[], right: readonly number[]): number {
  for (const [position, key] of left.entries()) {
    const difference = key - (right[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sortBy(groups: readonly WorkGroup[], key: Key): WorkGroup[] {
  const keyed = groups.map((group) => ({ group, keys: key(group) }));
  return keyed.sort((left, right) => compareKeys(left.keys, right.keys) || compareText(left.group.id, right.group.id)).map(({ group }) => group);
}

/** Every order to be tried. Where groups have a latest date, each order also comes with those first, by that date. */
export function priorityOrders(index: PlanIndex, groups: readonly WorkGroup[]): WorkGroup[][] {
  const keys = priorityKeys(index, groups);
  const plain = keys.map((key) => sortBy(groups, key));
  if (groups.every((group) => group.latestDay === undefined)) return plain;
  return [...plain, ...keys.map((key) => sortBy(groups, (group) => [group.latestDay ?? Number.MAX_SAFE_INTEGER, ...key(group)]))];
}
