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

/** The saved settings, else a proposal for the register as it is; `given` values replace those of either. */
export function currentSettings(database: ProjectDatabase, now: Date, given: { targets?: PlanSettings['targets'] | undefined; startDate?: CalendarDate | undefined } = {}): PlanSettings {
  const saved = loadSettings(database);
  if (saved === undefined) return defaultSettings(now, programmeSize(estateAssessment(database, now).systems), given);
  return { ...saved, ...(given.targets && { targets: given.targets }), ...(given.startDate && { startDate: given.startDate }) };
}

/** The planning problem of the open project now. */
export function currentProblem(database: ProjectDatabase, now: Date, settings: PlanSettings): PlanProblem {
  return database.read(() =>
    buildProblem({
      settings,
      departments: loadDepartments(database),
      systems: estateAssessment(database, now).systems,
      flows: loadSystemFlows(database),
      states: loadTrackingStates(database),
      today: localCalendarDate(now),
    }),
  );
}
