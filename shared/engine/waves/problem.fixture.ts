import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Plan, PlanItem, PlanProblem, PlanSettings } from '../../model/plan.ts';
import { targetOutcomes } from '../adoption/target-outcome.ts';
import { indexProblem } from './plan-index.ts';
import { viewPlan, type Assignment, type PlanView } from './plan-view.ts';

/** A Monday; the first wave is 2026-11-30 … 2026-12-13, its cut-over window 7 to 13 December. */
export const START = '2026-11-30' as CalendarDate;
export const dayInWave = (wave: number, offset: number): CalendarDate => addDays(START, (wave - 1) * 14 + offset);

export function settingsOf(overrides: Partial<PlanSettings> = {}): PlanSettings {
  return {
    startDate: START,
    waveLengthDays: 14,
    measure: 'systems',
    targets: [{ ratio: 1, date: addDays(START, 365) }],
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [], makeUpDays: [] },
    freezes: [],
    teams: [{ id: 't', name: 'Team', personDaysPerDay: 1 }],
    links: [],
    maxSystemsPerWave: 10,
    maxSystemsPerDepartmentPerWave: 10,
    maxServersPerGroup: 50,
    pilotSystems: 10,
    precedences: [],
    together: [],
    pins: {},
    ...overrides,
  };
}

export function itemOf(id: string, overrides: Partial<PlanItem> = {}): PlanItem {
  return {
    id, name: `System ${id}`, departmentId: 'd', serverCount: 2, vcpuCount: 8, dataBytes: 1000, effortPersonDays: { t: 2 }, criticality: 'medium',
    moves: true, counts: 'when-cut-over', earliest: null, latest: null, ...overrides,
  };
}

export function problemOf(items: readonly PlanItem[], settings: Partial<PlanSettings> = {}, edges: PlanProblem['edges'] = []): PlanProblem {
  const departments = [...new Set(items.map((item) => item.departmentId))].map((id) => ({ id, name: id }));
  return { schema: 1, settings: settingsOf(settings), departments, items: [...items], edges };
}

/** By default on the first Tuesday of the wave's window, prepared in that wave, a group of its own. */
export function assigned(itemId: string, waveIndex: number, overrides: Partial<Assignment> = {}): Assignment {
  return { itemId, groupId: `g-${itemId}`, waveIndex, startWaveIndex: waveIndex, cutOverDate: dayInWave(waveIndex, 8), pinned: false, ...overrides };
}

/** A view on hand-made assignments, to try one rule at a time. */
export function viewOf(problem: PlanProblem, assignments: readonly Assignment[], overrides: Partial<Pick<Plan, 'unassigned' | 'targets'>> = {}): PlanView {
  const groups = assignments.map((assignment) => ({ id: assignment.groupId, itemIds: [assignment.itemId], reasons: [] }));
  return viewPlan(indexProblem(problem), { groups, assignments: [...assignments], unassigned: [], targets: targetOutcomes([], []), ...overrides });
}
