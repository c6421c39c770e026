import { AppError } from '../../kernel/app-error.ts';
import { compareText } from '../../kernel/compare-text.ts';
import type { PlanProblem, PlanSettings } from '../../model/plan.ts';
import { findPrecedenceCycle } from './precedence-graph.ts';

function firstDuplicate(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function refuse(problem: string, params: Record<string, string> = {}): never {
  throw new AppError('plan.invalid_settings', { problem, ...params });
}

/** Raises `plan.invalid_settings` for settings that say nothing sensible and `plan.invalid_target` for such targets. */
export function checkSettings(settings: PlanSettings): void {
  for (const range of [...settings.freezes, ...settings.calendar.holidays]) {
    if (compareText(range.to, range.from) < 0) refuse('range-reversed', { name: range.name, from: range.from, to: range.to });
  }
  const lists = [settings.teams, settings.links, settings.freezes].map((list) => firstDuplicate(list.map((entry) => entry.id)));
  const duplicate = lists.find((id) => id !== undefined);
  if (duplicate !== undefined) refuse('duplicate-id', { id: duplicate });
  if (settings.calendar.workingWeekdays.length === 0 && settings.calendar.makeUpDays.length === 0) refuse('no-working-day');
  if (settings.teams.every((team) => team.personDaysPerDay === 0)) refuse('no-capacity');
  const targets = [...settings.targets].sort((left, right) => compareText(left.date, right.date) || left.ratio - right.ratio);
  for (const [position, target] of targets.entries()) {
    const earlier = targets[position - 1];
    if (compareText(target.date, settings.startDate) < 0) throw new AppError('plan.invalid_target', { problem: 'before-start', date: target.date, startDate: settings.startDate });
    if (earlier && earlier.ratio > target.ratio) throw new AppError('plan.invalid_target', { problem: 'falling', date: target.date, ratio: target.ratio });
  }
}

/**
 * Raises `plan.no_systems`, `plan.invalid_settings`, `plan.invalid_target` or `plan.precedence_cycle` (with the names of
 * the systems on the cycle) for a problem that has no meaning. What merely cannot be met is no error: the plan says so.
 */
export function checkProblem(problem: PlanProblem): void {
  if (problem.items.length === 0) throw new AppError('plan.no_systems');
  checkSettings(problem.settings);
  const duplicate = firstDuplicate(problem.items.map((item) => item.id)) ?? firstDuplicate(problem.departments.map((department) => department.id));
  if (duplicate !== undefined) refuse('duplicate-id', { id: duplicate });
  const teams = new Set(problem.settings.teams.map((team) => team.id));
  for (const item of problem.items) {
    const unknown = Object.keys(item.effortPersonDays).find((id) => !teams.has(id));
    if (unknown !== undefined) refuse('unknown-team', { id: unknown, system: item.name });
  }
  const cycle = findPrecedenceCycle(problem.settings.precedences);
  if (cycle) {
    const names = new Map(problem.items.map((item) => [item.id, item.name]));
    throw new AppError('plan.precedence_cycle', { systems: cycle.map((id) => names.get(id) ?? id), ids: cycle });
  }
}
