import { dayNumber } from '../../kernel/calendar-date.ts';
import type { PlanItem } from '../../model/plan.ts';
import type { GroupDraft } from '../grouping/group-draft.ts';
import { MILLI, type PlanIndex } from './plan-index.ts';

/** A move group with its sums: what the scheduler places. */
export interface WorkGroup {
  readonly id: string;
  readonly draft: GroupDraft;
  readonly items: readonly PlanItem[];
  /** By position of `PlanIndex.teams` and `PlanIndex.links`. */
  readonly effortMilli: readonly number[];
  readonly linkBytes: readonly number[];
  readonly totalMilli: number;
  readonly countByDepartment: ReadonlyMap<string, number>;
  readonly earliestDay: number | undefined;
  readonly latestDay: number | undefined;
  readonly vital: boolean;
  /** The wave chosen by hand. */
  readonly pin: number | undefined;
}

/** Effort of an item for a team, in thousandths of a person-day. */
export function itemEffortMilli(item: PlanItem, teamId: string): number {
  return Math.round((Object.hasOwn(item.effortPersonDays, teamId) ? (item.effortPersonDays[teamId] ?? 0) : 0) * MILLI);
}

export function buildWorkGroup(index: PlanIndex, draft: GroupDraft): WorkGroup {
  const items = draft.itemIds.flatMap((id) => index.items.get(id) ?? []);
  const effortMilli = index.teams.map((team) => items.reduce((sum, item) => sum + itemEffortMilli(item, team.id), 0));
  const linkBytes = index.links.map(() => 0);
  const countByDepartment = new Map<string, number>();
  for (const item of items) {
    const link = index.linkOf(item.departmentId);
    if (link !== undefined) linkBytes[link] = (linkBytes[link] ?? 0) + item.dataBytes;
    countByDepartment.set(item.departmentId, (countByDepartment.get(item.departmentId) ?? 0) + 1);
  }
  const earliest = items.flatMap((item) => (item.earliest === null ? [] : [dayNumber(item.earliest)]));
  const latest = items.flatMap((item) => (item.latest === null ? [] : [dayNumber(item.latest)]));
  const pins = items.flatMap((item) => pinOf(index, item.id) ?? []);
  return {
    id: draft.id,
    draft,
    items,
    effortMilli,
    linkBytes,
    totalMilli: effortMilli.reduce((sum, milli) => sum + milli, 0),
    countByDepartment,
    earliestDay: earliest.length > 0 ? Math.max(...earliest) : undefined,
    latestDay: latest.length > 0 ? Math.min(...latest) : undefined,
    vital: items.some((item) => item.criticality === 'vital'),
    pin: pins.length > 0 ? Math.min(...pins) : undefined,
  };
}

/** The wave an item is pinned to; ids come from outside, so inherited members of the record do not count. */
export function pinOf(index: PlanIndex, itemId: string): number | undefined {
  const { pins } = index.problem.settings;
  return Object.hasOwn(pins, itemId) ? pins[itemId] : undefined;
}
