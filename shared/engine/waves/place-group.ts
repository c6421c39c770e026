import type { CapacityLedger, Obstacle } from './capacity-ledger.ts';
import type { PlanIndex } from './plan-index.ts';
import type { WaveFrame } from './wave-frames.ts';
import type { WorkGroup } from './work-group.ts';

/** Where a group lands: work from `startWave` on, cut-over on `day` in `wave`. */
export interface Placement {
  readonly startWave: number;
  readonly wave: number;
  readonly day: number;
}
export interface Refusal {
  readonly reason: Obstacle['kind'] | 'latest-date' | 'earliest-date' | 'group-too-large' | 'horizon';
  readonly params: Readonly<Record<string, string | number>>;
}
/** Bounds of the cut-over day; both ends are allowed days. */
export interface DayBounds {
  readonly fromDay: number;
  readonly toDay: number;
}

/** A group prepares over at most this many waves; one that needs more is a project of its own. */
const MAX_SPAN_WAVES = 26;
/** Tried beyond the fewest waves the work needs, to use what earlier groups left over. */
const SPARE_WAVES = 2;

/** The fewest waves over which the group's work can be spread if nothing else were planned; undefined: never fits. */
export function fewestWaves(index: PlanIndex, group: WorkGroup): number | { readonly refusal: Refusal } {
  const { settings } = index.problem;
  const workDays = settings.waveLengthDays;
  let waves = 1;
  for (const [position, team] of index.teams.entries()) {
    const milli = group.effortMilli[position] ?? 0;
    if (milli === 0) continue;
    if (team.milliPerOpenDay === 0) return { refusal: { reason: 'team-capacity', params: { teamId: team.id, neededPersonDays: milli / 1000 } } };
    waves = Math.max(waves, Math.ceil(milli / (team.milliPerOpenDay * workDays)));
  }
  for (const [position, link] of index.links.entries()) {
    const bytes = group.linkBytes[position] ?? 0;
    if (bytes === 0) continue;
    if (link.bytesPerDay === 0) return { refusal: { reason: 'link-capacity', params: { linkId: link.id, neededBytes: bytes } } };
    waves = Math.max(waves, Math.ceil(bytes / (link.bytesPerDay * settings.waveLengthDays)));
  }
  if (waves > MAX_SPAN_WAVES) return { refusal: { reason: 'group-too-large', params: { neededWaves: waves, maxWaves: MAX_SPAN_WAVES } } };
  return waves;
}

function limitRefusal(index: PlanIndex, group: WorkGroup): Refusal | undefined {
  const { settings } = index.problem;
  if (group.items.length > settings.maxSystemsPerWave) return { reason: 'group-too-large', params: { systems: group.items.length, maxSystems: settings.maxSystemsPerWave } };
  for (const [departmentId, count] of group.countByDepartment) {
    if (count > settings.maxSystemsPerDepartmentPerWave) return { reason: 'department-limit', params: { departmentId, systems: count, maxSystems: settings.maxSystemsPerDepartmentPerWave } };
  }
  return undefined;
}

/**
 * The cut-over day in a wave: the earliest allowed day that has not had its even part of the wave's systems yet, else
 * the least used. A day on or before a target's date inside the wave goes before every later one.
 */
export function chooseDay(index: PlanIndex, ledger: CapacityLedger, group: WorkGroup, frame: WaveFrame, bounds: DayBounds): number | undefined {
  const allowed = frame.cutOverDays.filter((day) => day >= bounds.fromDay && day <= bounds.toDay && [...group.countByDepartment.keys()].every((departmentId) => index.calendar.freezeOn(departmentId, day) === undefined));
  if (allowed.length === 0) return undefined;
  const targetDay = index.targetDays.find((day) => day >= frame.fromDay && day < frame.toDay);
  const preferred = targetDay === undefined ? allowed : allowed.filter((day) => day <= targetDay);
  const days = preferred.length > 0 ? preferred : allowed;
  const quota = Math.ceil(index.problem.settings.maxSystemsPerWave / frame.cutOverDays.length);
  const free = days.find((day) => ledger.systemsOn(day) + group.items.length <= quota);
  return free ?? days.reduce((best, day) => (ledger.systemsOn(day) < ledger.systemsOn(best) ? day : best));
}

/** The latest start (shortest span) whose waves hold the work; undefined with the obstacle of the longest span tried. */
function chooseStart(ledger: CapacityLedger, group: WorkGroup, wave: number, fewest: number): number | Obstacle {
  let obstacle: Obstacle = { kind: 'wave-limit' };
  for (let span = fewest; span <= fewest + SPARE_WAVES && span <= wave; span += 1) {
    const found = ledger.workObstacle(group, wave - span + 1, wave);
    if (found === undefined) return wave - span + 1;
    obstacle = found;
  }
  return obstacle;
}

function tryWave(index: PlanIndex, ledger: CapacityLedger, group: WorkGroup, wave: number, fewest: number, bounds: DayBounds): Placement | Obstacle {
  const counted = ledger.countObstacle(group, wave);
  if (counted) return counted;
  const day = chooseDay(index, ledger, group, index.frames.at(wave), bounds);
  if (day === undefined) return { kind: 'freeze' };
  const start = chooseStart(ledger, group, wave, fewest);
  return typeof start === 'number' ? { startWave: start, wave, day } : start;
}

/** Serial schedule generation, one step: the earliest wave that takes the group under every constraint. */
export function placeGroup(index: PlanIndex, ledger: CapacityLedger, group: WorkGroup, afterDay: number | undefined): Placement | Refusal {
  const impossible = limitRefusal(index, group);
  if (impossible) return impossible;
  const fewest = fewestWaves(index, group);
  if (typeof fewest !== 'number') return fewest.refusal;
  const startDay = index.frames.at(1).fromDay;
  const bounds = { fromDay: Math.max(startDay, group.earliestDay ?? startDay, (afterDay ?? startDay - 1) + 1), toDay: group.latestDay ?? Number.POSITIVE_INFINITY };
  const firstWave = Math.max(fewest, index.frames.indexOf(bounds.fromDay));
  let obstacle: Obstacle | undefined;
  for (let wave = firstWave; wave <= index.frames.count && index.frames.at(wave).fromDay <= bounds.toDay; wave += 1) {
    const outcome = tryWave(index, ledger, group, wave, fewest, bounds);
    if ('wave' in outcome) return outcome;
    obstacle = outcome;
  }
  return refusalAtBound(index, group, bounds, obstacle, afterDay);
}

function obstacleParams(obstacle: Obstacle | undefined): Record<string, string | number> {
  if (obstacle === undefined) return {};
  const { kind, ...where } = obstacle;
  return { blockedBy: kind, ...where };
}

function refusalAtBound(index: PlanIndex, group: WorkGroup, bounds: DayBounds, obstacle: Obstacle | undefined, afterDay: number | undefined): Refusal {
  const lastDay = index.frames.at(index.frames.count).toDay;
  if (group.latestDay !== undefined && group.latestDay <= lastDay) {
    if (afterDay !== undefined && afterDay >= group.latestDay) return { reason: 'precedence', params: { blockedBy: 'latest-date' } };
    return { reason: 'latest-date', params: obstacleParams(obstacle) };
  }
  if (bounds.fromDay > lastDay) return { reason: group.earliestDay === bounds.fromDay ? 'earliest-date' : 'horizon', params: { horizonWaves: index.frames.count } };
  if (obstacle?.kind === 'freeze') return { reason: 'freeze', params: { horizonWaves: index.frames.count } };
  return { reason: 'horizon', params: { horizonWaves: index.frames.count, ...obstacleParams(obstacle) } };
}

/** A group pinned by hand goes where it was put, whatever it breaks; the broken rules are shown with the plan. */
export function placePinned(index: PlanIndex, ledger: CapacityLedger, group: WorkGroup, wave: number): Placement {
  const frame = index.frames.at(wave);
  const anyTime = { fromDay: frame.fromDay, toDay: frame.toDay };
  const wished = { fromDay: Math.max(frame.fromDay, group.earliestDay ?? frame.fromDay), toDay: Math.min(frame.toDay, group.latestDay ?? frame.toDay) };
  const day = chooseDay(index, ledger, group, frame, wished) ?? chooseDay(index, ledger, group, frame, anyTime) ?? frame.cutOverDays.at(-1) ?? frame.toDay;
  const fewest = fewestWaves(index, group);
  const start = typeof fewest === 'number' ? chooseStart(ledger, group, wave, fewest) : undefined;
  if (typeof start === 'number') return { startWave: start, wave, day };
  const span = Math.min(wave, typeof fewest === 'number' ? fewest : 1);
  return { startWave: wave - span + 1, wave, day };
}
