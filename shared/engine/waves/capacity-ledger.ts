import type { PlanIndex } from './plan-index.ts';
import { byteShares, effortShares } from './span-shares.ts';
import type { WorkGroup } from './work-group.ts';

/** What stands in the way of placing a group in a wave. */
export type Obstacle =
  | { readonly kind: 'team-capacity'; readonly teamId: string }
  | { readonly kind: 'link-capacity'; readonly linkId: string }
  | { readonly kind: 'department-limit'; readonly departmentId: string }
  | { readonly kind: 'wave-limit' }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'precedence' };

/** The running account of what each wave has given away. One ledger per attempt at a schedule. */
export interface CapacityLedger {
  readonly teamUsed: (team: number, wave: number) => number;
  readonly linkUsed: (link: number, wave: number) => number;
  readonly systemsOn: (day: number) => number;
  /** The first reason why the group's work does not fit into the waves start … end; undefined: it fits. */
  readonly workObstacle: (group: WorkGroup, start: number, end: number) => Obstacle | undefined;
  /** The first reason why the group's cut-over breaks a count limit of the wave. */
  readonly countObstacle: (group: WorkGroup, wave: number) => Obstacle | undefined;
  readonly book: (group: WorkGroup, start: number, end: number, day: number) => void;
}

/** Grows by doubling; a wave that was never booked reads 0. */
class Column {
  private cells = new Float64Array(64);

  read(index: number): number {
    return this.cells[index] ?? 0;
  }

  add(index: number, amount: number): void {
    if (index >= this.cells.length) {
      const grown = new Float64Array(Math.max(index + 1, this.cells.length * 2));
      grown.set(this.cells);
      this.cells = grown;
    }
    this.cells[index] = (this.cells[index] ?? 0) + amount;
  }
}

export function createLedger(index: PlanIndex): CapacityLedger {
  const { settings } = index.problem;
  const teams = index.teams.map(() => new Column());
  const links = index.links.map(() => new Column());
  const systems = new Column();
  const departments = new Map<string, Column>();
  const days = new Map<number, number>();
  const linkCapacities = index.links.map((link) => link.bytesPerDay * settings.waveLengthDays);

  const openDays = (start: number, end: number): number[] => Array.from({ length: end - start + 1 }, (_, offset) => index.frames.at(start + offset).openDayCount);

  const workObstacle = (group: WorkGroup, start: number, end: number): Obstacle | undefined => {
    const spread = openDays(start, end);
    for (const [position, team] of index.teams.entries()) {
      const milli = group.effortMilli[position] ?? 0;
      if (milli === 0) continue;
      const shares = effortShares(milli, spread);
      const column = teams[position];
      if (shares.some((share, offset) => share > 0 && (column?.read(start + offset) ?? 0) + share > team.milliPerOpenDay * (spread[offset] ?? 0))) return { kind: 'team-capacity', teamId: team.id };
    }
    for (const [position, link] of index.links.entries()) {
      const bytes = group.linkBytes[position] ?? 0;
      if (bytes === 0) continue;
      const column = links[position];
      const capacity = linkCapacities[position] ?? 0;
      if (byteShares(bytes, spread.length).some((share, offset) => (column?.read(start + offset) ?? 0) + share > capacity)) return { kind: 'link-capacity', linkId: link.id };
    }
    return undefined;
  };

  const countObstacle = (group: WorkGroup, wave: number): Obstacle | undefined => {
    const limit = wave === 1 ? Math.min(settings.pilotSystems, settings.maxSystemsPerWave) : settings.maxSystemsPerWave;
    if (systems.read(wave) + group.items.length > limit || (wave === 1 && group.vital)) return { kind: 'wave-limit' };
    for (const [departmentId, count] of group.countByDepartment) {
      if ((departments.get(departmentId)?.read(wave) ?? 0) + count > settings.maxSystemsPerDepartmentPerWave) return { kind: 'department-limit', departmentId };
    }
    return undefined;
  };

  const book = (group: WorkGroup, start: number, end: number, day: number): void => {
    const spread = openDays(start, end);
    group.effortMilli.forEach((milli, position) => effortShares(milli, spread).forEach((share, offset) => teams[position]?.add(start + offset, share)));
    group.linkBytes.forEach((bytes, position) => byteShares(bytes, spread.length).forEach((share, offset) => links[position]?.add(start + offset, share)));
    systems.add(end, group.items.length);
    for (const [departmentId, count] of group.countByDepartment) {
      const column = departments.get(departmentId) ?? new Column();
      column.add(end, count);
      departments.set(departmentId, column);
    }
    days.set(day, (days.get(day) ?? 0) + group.items.length);
  };

  return {
    teamUsed: (team, wave) => teams[team]?.read(wave) ?? 0,
    linkUsed: (link, wave) => links[link]?.read(wave) ?? 0,
    systemsOn: (day) => days.get(day) ?? 0,
    workObstacle,
    countObstacle,
    book,
  };
}
