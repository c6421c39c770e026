import { compareText } from '../../kernel/compare-text.ts';
import type { PlanEdge, PlanItem, PlanProblem, PlanSettings } from '../../model/plan.ts';
import type { GroupDraft, GroupReason } from './group-draft.ts';

type Limits = Pick<PlanSettings, 'maxServersPerGroup' | 'maxSystemsPerWave' | 'maxSystemsPerDepartmentPerWave'>;
/** A set of items under construction. Sets are replaced on merging, never changed. */
interface Cluster {
  readonly items: readonly PlanItem[];
  readonly reasons: readonly GroupReason[];
}

/**
 * Move groups of the systems that move:
 * 1. `together` lists are joined first; a person's word holds beyond every limit.
 * 2. Hard edges join, the heaviest first (Kruskal's maximum spanning forest), as long as the joint group keeps the limits
 *    (servers per group; systems per wave and per department and wave, or it could never be scheduled). So an
 *    over-large component is cut at its weakest edges. Soft and shared edges never join: they are bridged.
 * 3. A group with pins to different waves falls apart along the pins.
 * Cut edges need no list of their own: they are the hard edges between groups. The result is independent of list order.
 */
export function buildGroups(problem: Pick<PlanProblem, 'settings' | 'items' | 'edges'>): GroupDraft[] {
  const clusterOf = new Map<string, Cluster>();
  const movers = problem.items.filter((item) => item.moves).sort((left, right) => compareText(left.id, right.id));
  for (const item of movers) clusterOf.set(item.id, { items: [item], reasons: [] });
  for (const list of problem.settings.together) joinTogether(clusterOf, list);
  for (const edge of hardEdgesByWeight(problem.edges)) joinByEdge(clusterOf, edge, problem.settings);
  const clusters = [...new Set(clusterOf.values())].flatMap((cluster) => splitByPins(cluster, problem.settings.pins));
  return numberGroups(clusters);
}

function replace(clusterOf: Map<string, Cluster>, cluster: Cluster): void {
  for (const item of cluster.items) clusterOf.set(item.id, cluster);
}

function merge(left: Cluster, right: Cluster, reason: GroupReason): Cluster {
  const items = left === right ? left.items : [...left.items, ...right.items].sort((one, other) => compareText(one.id, other.id));
  return { items, reasons: left === right ? [...left.reasons, reason] : [...left.reasons, ...right.reasons, reason] };
}

function joinTogether(clusterOf: Map<string, Cluster>, list: readonly string[]): void {
  const itemIds = [...new Set(list)].filter((id) => clusterOf.has(id)).sort(compareText);
  if (itemIds.length < 2) return;
  const parts = [...new Set(itemIds.flatMap((id) => clusterOf.get(id) ?? []))];
  const items = parts.flatMap((part) => part.items).sort((left, right) => compareText(left.id, right.id));
  replace(clusterOf, { items, reasons: [...parts.flatMap((part) => part.reasons), { kind: 'together', itemIds }] });
}

function hardEdgesByWeight(edges: readonly PlanEdge[]): PlanEdge[] {
  const ends = (edge: PlanEdge): string => [edge.from, edge.to].sort(compareText).join('\n');
  return edges.filter((edge) => edge.strength === 'hard' && edge.from !== edge.to).sort((left, right) => right.weight - left.weight || compareText(ends(left), ends(right)));
}

function joinByEdge(clusterOf: Map<string, Cluster>, edge: PlanEdge, limits: Limits): void {
  const [from, to] = [clusterOf.get(edge.from), clusterOf.get(edge.to)];
  if (from === undefined || to === undefined || (from !== to && !fits([...from.items, ...to.items], limits))) return;
  const reason: GroupReason = { kind: 'hard-dependency', itemIds: [edge.from, edge.to].sort(compareText) };
  replace(clusterOf, merge(from, to, reason));
}

function fits(items: readonly PlanItem[], limits: Limits): boolean {
  const perDepartment = new Map<string, number>();
  for (const item of items) perDepartment.set(item.departmentId, (perDepartment.get(item.departmentId) ?? 0) + 1);
  const servers = items.reduce((sum, item) => sum + item.serverCount, 0);
  return servers <= limits.maxServersPerGroup && items.length <= limits.maxSystemsPerWave && Math.max(...perDepartment.values()) <= limits.maxSystemsPerDepartmentPerWave;
}

/** Items without a pin stay with the earliest pinned part. */
function splitByPins(cluster: Cluster, pins: PlanSettings['pins']): Cluster[] {
  const pinOf = (item: PlanItem): number | undefined => (Object.hasOwn(pins, item.id) ? pins[item.id] : undefined);
  const waves = [...new Set(cluster.items.flatMap((item) => pinOf(item) ?? []))].sort((left, right) => left - right);
  const first = waves[0];
  if (first === undefined || waves.length === 1) return [cluster];
  return waves.map((wave) => {
    const items = cluster.items.filter((item) => (pinOf(item) ?? first) === wave);
    const ids = new Set(items.map((item) => item.id));
    return { items, reasons: cluster.reasons.filter((reason) => reason.itemIds.every((id) => ids.has(id))) };
  });
}

function numberGroups(clusters: readonly Cluster[]): GroupDraft[] {
  const sorted = [...clusters].sort((left, right) => compareText(left.items[0]?.id ?? '', right.items[0]?.id ?? ''));
  const digits = Math.max(3, String(sorted.length).length);
  return sorted.map((cluster, position) => {
    const itemIds = cluster.items.map((item) => item.id);
    return { id: `G${String(position + 1).padStart(digits, '0')}`, itemIds, reasons: cluster.reasons.length > 0 ? distinctReasons(cluster.reasons) : [{ kind: 'single', itemIds }] };
  });
}

function distinctReasons(reasons: readonly GroupReason[]): GroupReason[] {
  const byText = new Map(reasons.map((reason) => [`${reason.kind}\n${reason.itemIds.join('\n')}`, reason]));
  return [...byText].sort(([left], [right]) => compareText(left, right)).map(([, reason]) => reason);
}
