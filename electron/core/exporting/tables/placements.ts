import type { Plan } from '../../../../shared/model/plan.ts';

export interface Placement {
  readonly waveIndex?: number;
  readonly startWaveIndex?: number;
  readonly cutOverDate?: string;
  readonly groupId?: string;
  readonly pinned?: boolean;
  readonly unassignedReason?: string;
}

/** Where the plan puts each system, or why it puts it nowhere. */
export function placementsByItem(plan: Plan | undefined): ReadonlyMap<string, Placement> {
  const placements = new Map<string, Placement>();
  for (const { itemId, ...assignment } of plan?.assignments ?? []) placements.set(itemId, assignment);
  for (const { itemId, reason } of plan?.unassigned ?? []) placements.set(itemId, { unassignedReason: reason });
  return placements;
}
