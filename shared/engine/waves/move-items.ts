import { dateFromDayNumber, dayNumber } from '../../kernel/calendar-date.ts';
import type { Plan, PlanProblem } from '../../model/plan.ts';
import { assemblePlan } from './assemble-plan.ts';
import { createLedger, type CapacityLedger } from './capacity-ledger.ts';
import { placePinned } from './place-group.ts';
import { indexProblem, type PlanIndex } from './plan-index.ts';
import { buildWorkGroup, pinOf } from './work-group.ts';

export interface MovedPlan {
  /** The problem with the new pins. */
  readonly problem: PlanProblem;
  readonly plan: Plan;
}

/** The asked items are pinned; so are members of their groups that had a pin already, or the group would fall apart. */
function withPins(problem: PlanProblem, plan: Plan, itemIds: ReadonlySet<string>, waveIndex: number | null): PlanProblem {
  const pins = new Map(Object.entries(problem.settings.pins));
  for (const group of plan.groups) {
    if (!group.itemIds.some((id) => itemIds.has(id))) continue;
    for (const id of group.itemIds) {
      if (!itemIds.has(id) && (waveIndex === null || !pins.has(id))) continue;
      if (waveIndex === null) pins.delete(id);
      else pins.set(id, waveIndex);
    }
  }
  return { ...problem, settings: { ...problem.settings, pins: Object.fromEntries(pins) } };
}

function bookOthers(index: PlanIndex, ledger: CapacityLedger, plan: Plan, moved: ReadonlySet<string>): void {
  const byGroup = new Map(plan.assignments.map((assignment) => [assignment.groupId, assignment]));
  for (const draft of plan.groups) {
    const assignment = byGroup.get(draft.id);
    if (assignment && !moved.has(draft.id)) ledger.book(buildWorkGroup(index, draft), assignment.startWaveIndex, assignment.waveIndex, dayNumber(assignment.cutOverDate));
  }
}

/**
 * Moves the groups of some items into a wave by hand and scores the plan anew. All others stay where they are; what the
 * move breaks is in `violations`, it is never refused. `null` takes the pins away and moves nothing.
 */
export function moveItems(problem: PlanProblem, plan: Plan, itemIds: readonly string[], waveIndex: number | null): MovedPlan {
  const next = withPins(problem, plan, new Set(itemIds), waveIndex);
  const index = indexProblem(next);
  const asked = new Set(itemIds);
  const drafts = waveIndex === null ? [] : plan.groups.filter((group) => group.itemIds.some((id) => asked.has(id)));
  const movedGroups = new Set(drafts.map((draft) => draft.id));
  const movedItems = new Set(drafts.flatMap((draft) => draft.itemIds));
  const ledger = createLedger(index);
  bookOthers(index, ledger, plan, movedGroups);
  const assignments = plan.assignments.filter(({ itemId }) => !movedItems.has(itemId)).map((assignment) => ({ ...assignment, pinned: pinOf(index, assignment.itemId) !== undefined }));
  for (const draft of drafts) {
    const group = buildWorkGroup(index, draft);
    const placement = placePinned(index, ledger, group, waveIndex ?? 1);
    ledger.book(group, placement.startWave, placement.wave, placement.day);
    for (const itemId of draft.itemIds) {
      assignments.push({ itemId, groupId: draft.id, waveIndex: placement.wave, startWaveIndex: placement.startWave, cutOverDate: dateFromDayNumber(placement.day), pinned: pinOf(index, itemId) !== undefined });
    }
  }
  const unassigned = plan.unassigned.filter(({ itemId }) => !movedItems.has(itemId));
  return { problem: next, plan: assemblePlan(index, { groups: plan.groups, assignments, unassigned }) };
}
