import type { Plan, PlanSettings, PlanViolation, Wave } from '../../../../../shared/model/plan.ts';
import type { PlanItemView, PlanView } from './plan-view.ts';

type Assignment = Plan['assignments'][number];
type MoveGroup = Plan['groups'][number];

/** One system on the board. */
export interface BoardCard {
  readonly item: PlanItemView;
  readonly assignment: Assignment;
  /** Violations that name this system. */
  readonly violations: readonly PlanViolation[];
}

/** Cards of one move group; they travel together. */
export interface BoardGroup {
  readonly group: MoveGroup;
  readonly cards: readonly BoardCard[];
}

/** How full a team or a line is in one wave; `ratio` may exceed 1. */
export interface LoadBar {
  readonly id: string;
  readonly name: string;
  readonly used: number;
  readonly capacity: number;
  readonly ratio: number;
}

export interface BoardColumn {
  readonly wave: Wave;
  readonly groups: readonly BoardGroup[];
  readonly systemCount: number;
  readonly serverCount: number;
  readonly dataBytes: number;
  readonly teams: readonly LoadBar[];
  readonly links: readonly LoadBar[];
  /** Violations of the wave as a whole. */
  readonly violations: readonly PlanViolation[];
}

/** Work without capacity is over-full by definition: shown as full twice over instead of infinity. */
function loadRatio(used: number, capacity: number): number {
  if (capacity > 0) return used / capacity;
  return used > 0 ? 2 : 0;
}

/** Rules about a wave as a whole: told once at its head instead of at each of its systems. */
const WAVE_RULES: ReadonlySet<PlanViolation['rule']> = new Set(['team-capacity', 'link-capacity', 'wave-limit', 'department-limit']);

export function concernsWave(violation: PlanViolation): boolean {
  return violation.waveIndex !== null && (violation.itemIds.length === 0 || WAVE_RULES.has(violation.rule) || (violation.rule === 'pilot' && 'systems' in violation.params));
}

function byItem(violations: readonly PlanViolation[]): Map<string, PlanViolation[]> {
  const found = new Map<string, PlanViolation[]>();
  for (const violation of violations.filter((one) => !concernsWave(one))) {
    for (const itemId of violation.itemIds) {
      const list = found.get(itemId);
      if (list) list.push(violation);
      else found.set(itemId, [violation]);
    }
  }
  return found;
}

function loadBars(wave: Wave, settings: PlanSettings): Pick<BoardColumn, 'teams' | 'links'> {
  const teamNames = new Map(settings.teams.map((team) => [team.id, team.name]));
  const linkNames = new Map(settings.links.map((link) => [link.id, link.name]));
  return {
    teams: wave.teamLoad.map((load) => ({ id: load.teamId, name: teamNames.get(load.teamId) ?? load.teamId, used: load.usedPersonDays, capacity: load.capacityPersonDays, ratio: loadRatio(load.usedPersonDays, load.capacityPersonDays) })),
    links: wave.linkLoad.map((load) => ({ id: load.linkId, name: linkNames.get(load.linkId) ?? load.linkId, used: load.usedBytes, capacity: load.capacityBytes, ratio: loadRatio(load.usedBytes, load.capacityBytes) })),
  };
}

function cardsByGroup(view: PlanView): Map<string, BoardCard[]> {
  const items = new Map(view.items.map((item) => [item.id, item]));
  const violations = byItem(view.plan.violations);
  const cards = new Map<string, BoardCard[]>();
  for (const assignment of view.plan.assignments) {
    const item = items.get(assignment.itemId);
    if (!item) continue;
    const key = `${String(assignment.waveIndex)} ${assignment.groupId}`;
    const card: BoardCard = { item, assignment, violations: violations.get(item.id) ?? [] };
    const list = cards.get(key);
    if (list) list.push(card);
    else cards.set(key, [card]);
  }
  return cards;
}

/** Columns of the wave board. A group that a hand-made move has split appears in each of its waves. */
export function buildBoard(view: PlanView): readonly BoardColumn[] {
  const groups = new Map(view.plan.groups.map((group) => [group.id, group]));
  const cards = cardsByGroup(view);
  const found = new Map<number, BoardGroup[]>();
  for (const [key, list] of cards) {
    const first = list[0];
    if (!first) continue;
    const group = groups.get(first.assignment.groupId) ?? { id: key, itemIds: list.map((card) => card.item.id), reasons: [] };
    const sorted = list.toSorted((left, right) => left.item.name.localeCompare(right.item.name, 'zh-CN'));
    const column = found.get(first.assignment.waveIndex);
    if (column) column.push({ group, cards: sorted });
    else found.set(first.assignment.waveIndex, [{ group, cards: sorted }]);
  }
  return view.plan.waves.map((wave) => {
    const own = (found.get(wave.index) ?? []).toSorted((left, right) => right.cards.length - left.cards.length || left.group.id.localeCompare(right.group.id));
    const all = own.flatMap((group) => group.cards);
    return {
      wave,
      groups: own,
      systemCount: all.length,
      serverCount: all.reduce((sum, card) => sum + card.item.serverCount, 0),
      dataBytes: all.reduce((sum, card) => sum + card.item.dataBytes, 0),
      ...loadBars(wave, view.settings),
      violations: view.plan.violations.filter((violation) => violation.waveIndex === wave.index && concernsWave(violation)),
    };
  });
}

/** Keeps the cards whose system or department holds the words; columns stay so that capacity remains visible. */
export function filterBoard(columns: readonly BoardColumn[], text: string): readonly BoardColumn[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return columns;
  const holds = (card: BoardCard): boolean => card.item.name.toLocaleLowerCase().includes(wanted) || card.item.departmentName.toLocaleLowerCase().includes(wanted);
  return columns.map((column) => ({ ...column, groups: column.groups.map((group) => ({ ...group, cards: group.cards.filter(holds) })).filter((group) => group.cards.length > 0) }));
}
