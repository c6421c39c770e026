import type { Plan } from '../../../../../shared/model/plan.ts';

/** Where a system can be sent from its wave with the keyboard; `null` where there is no such wave. */
export interface MoveSteps {
  readonly earlier: number | null;
  readonly later: number | null;
}

export function moveSteps(waveIndexes: readonly number[], waveIndex: number): MoveSteps {
  return { earlier: waveIndexes.includes(waveIndex - 1) ? waveIndex - 1 : null, later: waveIndexes.includes(waveIndex + 1) ? waveIndex + 1 : null };
}

/** All systems of the group travel, because a split group would break what joined it. */
export function travelling(plan: Pick<Plan, 'groups'>, itemId: string): readonly string[] {
  return plan.groups.find((group) => group.itemIds.includes(itemId))?.itemIds ?? [itemId];
}
