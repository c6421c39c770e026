import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { localCalendarDate } from '../../../shared/kernel/local-date.ts';
import type { PlanProblem, PlanSettings } from '../../../shared/model/plan.ts';
import { estateAssessment, type AssessedSystem } from '../assessment/index.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { buildProblem } from './build-problem.ts';
import { DEFAULT_TEAMS, defaultSettings, type ProgrammeSize } from './default-settings.ts';
import { loadDepartments, loadSettings, loadSystemFlows, loadTrackingStates } from './store.ts';
import { shareEffort } from './team-shares.ts';

function programmeSize(systems: readonly AssessedSystem[]): ProgrammeSize {
  const moving = systems.filter(({ result }) => result.strategy !== 'retain' && result.strategy !== 'retire');
  const byDepartment = new Map<string, number>();
  const effort = new Map<string, number>();
  const teams = DEFAULT_TEAMS.map((team) => ({ ...team, personDaysPerDay: 1 }));
  for (const { row, result } of moving) {
    byDepartment.set(row.departmentId, (byDepartment.get(row.departmentId) ?? 0) + 1);
    for (const [team, days] of Object.entries(shareEffort(result.strategy, result.effortPersonDays, teams))) effort.set(team, (effort.get(team) ?? 0) + days);
  }
  return { systems: moving.length, largestDepartment: Math.max(0, ...byDepartment.values()), effortPersonDays: Object.fromEntries(effort) };
}

export interface GivenSettings {
  readonly targets?: PlanSettings['targets'] | undefined;
  readonly startDate?: CalendarDate | undefined;
}

export function withGiven(settings: PlanSettings, { targets, startDate }: GivenSettings): PlanSettings {
  return { ...settings, ...(targets && { targets }), ...(startDate && { startDate }) };
}

/** The saved settings, else a proposal for the register as it is; `given` values replace those of either. */
export async function currentSettings(database: ProjectDatabase, now: Date, given: GivenSettings = {}): Promise<PlanSettings> {
  const saved = loadSettings(database);
  if (saved === undefined) return defaultSettings(now, programmeSize((await estateAssessment(database, now)).systems), given);
  return withGiven(saved, given);
}

/** The planning problem of the open project now. */
export async function currentProblem(database: ProjectDatabase, now: Date, settings: PlanSettings): Promise<PlanProblem> {
  const { systems } = await estateAssessment(database, now);
  const flows = loadSystemFlows(database);
  // The flows of a city take a good part of the time that one call may hold the core.
  await nextTurn();
  return database.read(() =>
    buildProblem({
      settings,
      departments: loadDepartments(database),
      systems,
      flows,
      states: loadTrackingStates(database),
      today: localCalendarDate(now),
    }),
  );
}
