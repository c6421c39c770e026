import { compareText } from '../../kernel/compare-text.ts';
import { dayNumber } from '../../kernel/calendar-date.ts';
import type { PlanItem, PlanProblem } from '../../model/plan.ts';
import { buildWaveFrames, type WaveFrames } from './wave-frames.ts';
import { buildWorkCalendar, type WorkCalendar } from './work-calendar.ts';

/** Efforts and capacities are compared as integers: thousandths of a person-day. */
export const MILLI = 1000;

export interface TeamLane {
  readonly id: string;
  readonly milliPerOpenDay: number;
}
export interface LinkLane {
  readonly id: string;
  readonly bytesPerDay: number;
}

/** A problem made fit for calculation: sorted, so that the order of its lists has no influence, and looked up by id. */
export interface PlanIndex {
  readonly problem: PlanProblem;
  readonly items: ReadonlyMap<string, PlanItem>;
  /** Items that need a wave, by id. */
  readonly movers: readonly PlanItem[];
  readonly calendar: WorkCalendar;
  readonly frames: WaveFrames;
  readonly teams: readonly TeamLane[];
  readonly links: readonly LinkLane[];
  /** Position in `links` of the line a department uses; undefined: no line is planned for it, its transfer is not limited. */
  readonly linkOf: (departmentId: string) => number | undefined;
  readonly targetDays: readonly number[];
}

export function indexProblem(problem: PlanProblem): PlanIndex {
  const { settings } = problem;
  const calendar = buildWorkCalendar(settings);
  const items = [...problem.items].sort((left, right) => compareText(left.id, right.id));
  const teams = [...settings.teams].sort((left, right) => compareText(left.id, right.id));
  const links = [...settings.links].sort((left, right) => compareText(left.id, right.id));
  const common = links.findIndex((link) => link.departmentIds === null);
  const ownLinks = new Map<string, number>();
  links.forEach((link, position) => {
    for (const departmentId of link.departmentIds ?? []) if (!ownLinks.has(departmentId)) ownLinks.set(departmentId, position);
  });
  return {
    problem,
    items: new Map(items.map((item) => [item.id, item])),
    movers: items.filter((item) => item.moves),
    calendar,
    frames: buildWaveFrames(settings, calendar),
    teams: teams.map((team) => ({ id: team.id, milliPerOpenDay: Math.round(team.personDaysPerDay * MILLI) })),
    links: links.map((link) => ({ id: link.id, bytesPerDay: Math.floor((link.bitsPerSecond / 8) * link.shareRatio * link.hoursPerDay * 3600) })),
    linkOf: (departmentId) => ownLinks.get(departmentId) ?? (common < 0 ? undefined : common),
    targetDays: settings.targets.map((target) => dayNumber(target.date)).sort((left, right) => left - right),
  };
}
