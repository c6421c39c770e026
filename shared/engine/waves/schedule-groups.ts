import { compareText } from '../../kernel/compare-text.ts';
import { createLedger } from './capacity-ledger.ts';
import { placeGroup, placePinned, type Placement, type Refusal } from './place-group.ts';
import type { PlanIndex } from './plan-index.ts';
import type { WorkGroup } from './work-group.ts';

/** Each group is in exactly one of the two maps. */
export interface Schedule {
  readonly placements: ReadonlyMap<string, Placement>;
  readonly refusals: ReadonlyMap<string, Refusal>;
}

function pinnedFirst(index: PlanIndex, groups: readonly WorkGroup[]): { group: WorkGroup; wave: number }[] {
  const pinned = groups.flatMap((group) => (group.pin === undefined ? [] : [{ group, wave: group.pin }]));
  return pinned.sort((left, right) => left.wave - right.wave || compareText(left.group.id, right.group.id));
}

/**
 * Serial schedule generation: pins first, then the groups in the order given, each into the earliest wave that takes
 * it. A group's predecessors are placed right before it, so they inherit its urgency. A group whose predecessor found
 * no place has none either: its reason is `precedence`.
 */
export function scheduleGroups(index: PlanIndex, order: readonly WorkGroup[], predecessors: ReadonlyMap<string, readonly string[]>): Schedule {
  const ledger = createLedger(index);
  const placements = new Map<string, Placement>();
  const refusals = new Map<string, Refusal>();
  const byId = new Map(order.map((group) => [group.id, group]));
  for (const { group, wave } of pinnedFirst(index, order)) {
    if (wave > index.frames.count) {
      refusals.set(group.id, { reason: 'horizon', params: { horizonWaves: index.frames.count, pinnedWave: wave } });
      continue;
    }
    const placement = placePinned(index, ledger, group, wave);
    ledger.book(group, placement.startWave, placement.wave, placement.day);
    placements.set(group.id, placement);
  }
  const isDone = (id: string): boolean => placements.has(id) || refusals.has(id);
  const place = (group: WorkGroup): void => {
    const before = predecessors.get(group.id) ?? [];
    const missing = before.find((id) => refusals.has(id));
    if (missing !== undefined) {
      refusals.set(group.id, { reason: 'precedence', params: { groupId: missing } });
      return;
    }
    const days = before.flatMap((id) => placements.get(id)?.day ?? []);
    const outcome = placeGroup(index, ledger, group, days.length > 0 ? Math.max(...days) : undefined);
    if (!('wave' in outcome)) {
      refusals.set(group.id, outcome);
      return;
    }
    ledger.book(group, outcome.startWave, outcome.wave, outcome.day);
    placements.set(group.id, outcome);
  };
  for (const group of order) {
    const stack = [group];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const waiting = isDone(top.id) ? undefined : (predecessors.get(top.id) ?? []).find((id) => !isDone(id));
      const next = waiting === undefined ? undefined : byId.get(waiting);
      if (next) stack.push(next);
      else {
        stack.pop();
        if (!isDone(top.id)) place(top);
      }
    }
  }
  return { placements, refusals };
}
