import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { ExportDataset, ExportPlan, ExportSystem } from '../dataset.ts';
import type { Wording } from '../wording.ts';
import { scheduleTasks, type Phase, type PhaseTask } from './schedule-tasks.ts';

/** One line of the project plan; `uid` is its position, the stable id is in `note`. */
export interface PlanTask {
  readonly uid: number;
  readonly name: string;
  readonly outlineNumber: string;
  readonly outlineLevel: number;
  readonly kind: 'wave' | 'system' | 'phase';
  readonly phase?: Phase;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly workDays: number;
  readonly percentComplete: number;
  readonly predecessorUids: readonly number[];
  readonly note: string;
  readonly itemId?: string;
  readonly departmentName?: string;
  /** teamId → hours. */
  readonly workHours: Readonly<Record<string, number>>;
}

const HOURS_PER_DAY = 8;
const PLANNED_PHASES: ReadonlySet<Phase> = new Set(['prepare', 'replicate', 'test']);

const earliest = (dates: readonly CalendarDate[]): CalendarDate => dates.reduce((best, date) => (date < best ? date : best));
const latest = (dates: readonly CalendarDate[]): CalendarDate => dates.reduce((best, date) => (date > best ? date : best));
const meanPercent = (parts: readonly { workDays: number; percentComplete: number }[]): number => {
  const weight = parts.reduce((sum, part) => sum + part.workDays, 0);
  return weight === 0 ? 0 : Math.round(parts.reduce((sum, part) => sum + part.workDays * part.percentComplete, 0) / weight);
};

/** A system's effort is spread over its planned phases by their days; without days it stands on the test phase. */
function workHoursOf(part: PhaseTask, parts: readonly PhaseTask[], effort: Readonly<Record<string, number>>): Record<string, number> {
  if (!PLANNED_PHASES.has(part.phase)) return {};
  const days = parts.filter((other) => PLANNED_PHASES.has(other.phase)).reduce((sum, other) => sum + other.workDays, 0);
  const share = days === 0 ? (part.phase === 'test' ? 1 : 0) : part.workDays / days;
  return Object.fromEntries(Object.entries(effort).map(([teamId, personDays]) => [teamId, personDays * HOURS_PER_DAY * share] as const).filter(([, hours]) => hours > 0));
}

interface Placed {
  readonly system: ExportSystem;
  readonly parts: readonly PhaseTask[];
  readonly effort: Readonly<Record<string, number>>;
}

function systemTasks(placed: Placed, uid: number, outline: string, wording: Wording): PlanTask[] {
  const { system, parts, effort } = placed;
  const own: PlanTask = {
    uid, name: system.name, outlineNumber: outline, outlineLevel: 2, kind: 'system', from: earliest(parts.map((part) => part.from)), to: latest(parts.map((part) => part.to)),
    workDays: parts.reduce((sum, part) => sum + part.workDays, 0), percentComplete: meanPercent(parts), predecessorUids: [], note: `landfall:system:${system.id}`, itemId: system.id, departmentName: system.departmentName, workHours: {},
  };
  return [own, ...parts.map((part, index): PlanTask => ({
    uid: uid + index + 1, name: wording.word('phase', part.phase), outlineNumber: `${outline}.${index + 1}`, outlineLevel: 3, kind: 'phase', phase: part.phase, from: part.from, to: part.to, workDays: part.workDays,
    percentComplete: part.percentComplete, predecessorUids: index === 0 ? [] : [uid + index], note: `landfall:${part.phase}:${system.id}`, itemId: system.id, departmentName: system.departmentName, workHours: workHoursOf(part, parts, effort),
  }))];
}

/** Cut-over of `before` precedes cut-over of `after`. */
function withPrecedences(tasks: readonly PlanTask[], plan: ExportPlan): PlanTask[] {
  const cutOverUid = new Map(tasks.filter((task) => task.phase === 'cutOver').map((task) => [task.itemId, task.uid]));
  const before = Map.groupBy(plan.settings.precedences, (precedence) => precedence.after);
  return tasks.map((task) => {
    if (task.phase !== 'cutOver' || task.itemId === undefined) return task;
    const uids = (before.get(task.itemId) ?? []).map((precedence) => cutOverUid.get(precedence.before)).filter((uid) => uid !== undefined);
    return { ...task, predecessorUids: [...task.predecessorUids, ...uids] };
  });
}

/** Waves, their systems and their phases as an outline, in the order of the plan. UID 0 is Project's own summary. */
export function taskTree(dataset: ExportDataset, plan: ExportPlan, isOpenDay: (day: number) => boolean, wording: Wording): PlanTask[] {
  const systems = new Map<string, ExportSystem>(dataset.systems.map((system) => [system.id, system]));
  const byWave = Map.groupBy(plan.plan.assignments, (assignment) => assignment.waveIndex);
  const tasks: PlanTask[] = [];
  let nextUid = 1;
  for (const wave of plan.plan.waves) {
    const uid = nextUid;
    nextUid += 1;
    const children: PlanTask[] = [];
    let position = 0;
    for (const assignment of byWave.get(wave.index) ?? []) {
      const system = systems.get(assignment.itemId);
      if (system === undefined) continue;
      position += 1;
      const parts = scheduleTasks(assignment, plan.plan.waves, isOpenDay, system.trackingState);
      const rows = systemTasks({ system, parts, effort: plan.effortByItem[assignment.itemId] ?? {} }, nextUid, `${wave.index}.${position}`, wording);
      nextUid += rows.length;
      children.push(...rows);
    }
    if (children.length === 0) continue;
    const owned = children.filter((task) => task.kind === 'system');
    tasks.push({
      uid, name: `${wording.word('column', 'wave')} ${wave.index}`, outlineNumber: String(wave.index), outlineLevel: 1, kind: 'wave', from: earliest(owned.map((task) => task.from)), to: latest(owned.map((task) => task.to)),
      workDays: 0, percentComplete: meanPercent(owned), predecessorUids: [], note: `landfall:wave:${wave.index}`, workHours: {},
    }, ...children);
  }
  return withPrecedences(tasks, plan);
}
