import { dayNumber } from '../../kernel/calendar-date.ts';
import type { Plan, PlanItem } from '../../model/plan.ts';
import type { PlanIndex } from './plan-index.ts';
import { byteShares, effortShares } from './span-shares.ts';
import { itemEffortMilli } from './work-group.ts';

export type Assignment = Plan['assignments'][number];
export type PlanDraft = Pick<Plan, 'groups' | 'assignments' | 'unassigned' | 'targets'>;

/** What the rules look at: a plan beside its problem, with the loads summed anew from the assignments. */
export interface PlanView {
  readonly index: PlanIndex;
  readonly plan: PlanDraft;
  /** Every assignment of a known, moving item with its item and day; in the order of item ids. */
  readonly placed: readonly { readonly item: PlanItem; readonly assignment: Assignment; readonly day: number }[];
  readonly assignmentOf: ReadonlyMap<string, Assignment>;
  readonly lastWave: number;
  /** By wave index: load of each team (milli person-days) and of each link (bytes), in the order of the index. */
  readonly teamLoad: (wave: number) => readonly number[];
  readonly linkLoad: (wave: number) => readonly number[];
}

interface Span {
  start: number;
  end: number;
  effortMilli: number[];
  bytes: number[];
}

/** Groups share one span, so that the integer rounding of shares is done once per group, as in planning. */
function spansOf(index: PlanIndex, placed: PlanView['placed']): Span[] {
  const spans = new Map<string, Span>();
  for (const { item, assignment } of placed) {
    const key = `${assignment.groupId}\n${assignment.startWaveIndex}\n${assignment.waveIndex}`;
    const span = spans.get(key) ?? { start: Math.min(assignment.startWaveIndex, assignment.waveIndex), end: assignment.waveIndex, effortMilli: index.teams.map(() => 0), bytes: index.links.map(() => 0) };
    index.teams.forEach((team, position) => (span.effortMilli[position] = (span.effortMilli[position] ?? 0) + itemEffortMilli(item, team.id)));
    const link = index.linkOf(item.departmentId);
    if (link !== undefined) span.bytes[link] = (span.bytes[link] ?? 0) + item.dataBytes;
    spans.set(key, span);
  }
  return [...spans.values()];
}

function addTo(table: Map<number, number[]>, wave: number, width: number, position: number, amount: number): void {
  const row = table.get(wave) ?? Array.from({ length: width }, () => 0);
  row[position] = (row[position] ?? 0) + amount;
  table.set(wave, row);
}

function sumLoads(index: PlanIndex, spans: readonly Span[]): { teams: Map<number, number[]>; links: Map<number, number[]> } {
  const teams = new Map<number, number[]>();
  const links = new Map<number, number[]>();
  for (const span of spans) {
    const waves = Array.from({ length: span.end - span.start + 1 }, (_, offset) => span.start + offset);
    const openDays = waves.map((wave) => index.frames.at(wave).openDayCount);
    span.effortMilli.forEach((milli, team) => effortShares(milli, openDays).forEach((share, offset) => addTo(teams, span.start + offset, index.teams.length, team, share)));
    span.bytes.forEach((bytes, link) => byteShares(bytes, waves.length).forEach((share, offset) => addTo(links, span.start + offset, index.links.length, link, share)));
  }
  return { teams, links };
}

export function viewPlan(index: PlanIndex, plan: PlanDraft): PlanView {
  const assignmentOf = new Map(plan.assignments.map((assignment) => [assignment.itemId, assignment]));
  const placed = index.movers.flatMap((item) => {
    const assignment = assignmentOf.get(item.id);
    return assignment === undefined ? [] : [{ item, assignment, day: dayNumber(assignment.cutOverDate) }];
  });
  const loads = sumLoads(index, spansOf(index, placed));
  const noTeams = index.teams.map(() => 0);
  const noLinks = index.links.map(() => 0);
  return {
    index,
    plan,
    placed,
    assignmentOf,
    lastWave: placed.reduce((last, { assignment }) => Math.max(last, assignment.waveIndex), 0),
    teamLoad: (wave) => loads.teams.get(wave) ?? noTeams,
    linkLoad: (wave) => loads.links.get(wave) ?? noLinks,
  };
}
