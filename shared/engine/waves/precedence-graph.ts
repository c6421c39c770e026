import { compareText } from '../../kernel/compare-text.ts';
import type { PlanSettings } from '../../model/plan.ts';

type Arcs = ReadonlyMap<string, readonly string[]>;

/** Strongly connected components (Tarjan, iterative: chains may be thousands long), each sorted. */
export function stronglyConnected(nodes: readonly string[], arcs: Arcs): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const onPath = new Set<string>();
  const path: string[] = [];
  const components: string[][] = [];
  const open = (node: string): { node: string; next: number } => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    path.push(node);
    onPath.add(node);
    return { node, next: 0 };
  };
  const close = (node: string): void => {
    if (low.get(node) !== order.get(node)) return;
    const component: string[] = [];
    for (let member = path.pop(); member !== undefined; member = path.pop()) {
      onPath.delete(member);
      component.push(member);
      if (member === node) break;
    }
    components.push(component.sort(compareText));
  };
  for (const root of nodes) {
    if (order.has(root)) continue;
    const stack = [open(root)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const target = arcs.get(top.node)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        stack.pop();
        const parent = stack.at(-1)?.node;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(top.node) ?? 0));
        close(top.node);
      } else if (!order.has(target)) stack.push(open(target));
      else if (onPath.has(target)) low.set(top.node, Math.min(low.get(top.node) ?? 0, order.get(target) ?? 0));
    }
  }
  return components;
}

function arcsOf(precedences: PlanSettings['precedences']): Map<string, string[]> {
  const arcs = new Map<string, string[]>();
  for (const { before, after } of precedences) arcs.set(before, [...(arcs.get(before) ?? []), after]);
  for (const [before, targets] of arcs) arcs.set(before, [...new Set(targets)].sort(compareText));
  return arcs;
}

/** The shortest way round from `start` back to itself inside one component. */
function shortestCycle(start: string, members: ReadonlySet<string>, arcs: Arcs): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const target of arcs.get(node) ?? []) {
      if (target === start) {
        const cycle = [node];
        for (let step = cameFrom.get(node); step !== undefined; step = cameFrom.get(step)) cycle.unshift(step);
        return cycle;
      }
      if (members.has(target) && !cameFrom.has(target)) {
        cameFrom.set(target, node);
        queue.push(target);
      }
    }
  }
  return [start];
}

/** One cycle of "before" relations as item ids in their order; undefined when there is none. */
export function findPrecedenceCycle(precedences: PlanSettings['precedences']): string[] | undefined {
  const arcs = arcsOf(precedences);
  const nodes = [...arcs.keys()].sort(compareText);
  const looped = nodes.find((node) => arcs.get(node)?.includes(node));
  if (looped !== undefined) return [looped];
  const component = stronglyConnected(nodes, arcs).filter((members) => members.length > 1).sort((left, right) => compareText(left[0] ?? '', right[0] ?? ''))[0];
  return component?.[0] === undefined ? undefined : shortestCycle(component[0], new Set(component), arcs);
}

/**
 * Predecessors of each group. Relations inside a group are kept by the order within its cut-over day. Groups may form a
 * cycle although their systems do not; such relations cannot all be kept and are left to the precedence rule to report.
 */
export function groupPredecessors(precedences: PlanSettings['precedences'], groupOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const arcs = new Map<string, string[]>();
  for (const { before, after } of precedences) {
    const [from, to] = [groupOf.get(before), groupOf.get(after)];
    if (from !== undefined && to !== undefined && from !== to) arcs.set(from, [...(arcs.get(from) ?? []), to]);
  }
  const nodes = [...new Set(groupOf.values())].sort(compareText);
  const componentOf = new Map(stronglyConnected(nodes, arcs).flatMap((members, position) => members.map((member) => [member, position] as const)));
  const predecessors = new Map<string, string[]>();
  for (const [from, targets] of arcs) {
    for (const to of targets) if (componentOf.get(from) !== componentOf.get(to)) predecessors.set(to, [...(predecessors.get(to) ?? []), from]);
  }
  for (const [group, list] of predecessors) predecessors.set(group, [...new Set(list)].sort(compareText));
  return predecessors;
}
