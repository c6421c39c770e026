import type { PlanSettings } from '../../../../../shared/model/plan.ts';
import { planSettingsSchema } from '../../../../../shared/model/plan.ts';

/** `key` is an i18n key under `plan:problem`; `path` names the field, e.g. `targets.0.date`. */
export interface SettingsProblem {
  readonly path: string;
  readonly key: 'invalid' | 'targetBeforeStart' | 'targetsNotRising' | 'targetDatesNotRising' | 'rangeReversed' | 'duplicateName' | 'noWorkingDay' | 'sameSystem';
}

function targetProblems(settings: PlanSettings): SettingsProblem[] {
  return settings.targets.flatMap((target, index) => {
    const before = settings.targets[index - 1];
    const problems: SettingsProblem[] = [];
    if (target.date <= settings.startDate) problems.push({ path: `targets.${String(index)}.date`, key: 'targetBeforeStart' });
    if (before && target.ratio <= before.ratio) problems.push({ path: `targets.${String(index)}.ratio`, key: 'targetsNotRising' });
    if (before && target.date <= before.date) problems.push({ path: `targets.${String(index)}.date`, key: 'targetDatesNotRising' });
    return problems;
  });
}

function rangeProblems(list: readonly { from: string; to: string }[], path: string): SettingsProblem[] {
  return list.flatMap((entry, index): SettingsProblem[] => (entry.from !== '' && entry.to !== '' && entry.to < entry.from ? [{ path: `${path}.${String(index)}.to`, key: 'rangeReversed' }] : []));
}

function duplicateNames(list: readonly { name: string }[], path: string): SettingsProblem[] {
  const seen = new Set<string>();
  return list.flatMap((entry, index): SettingsProblem[] => {
    const name = entry.name.trim();
    if (name !== '' && seen.has(name)) return [{ path: `${path}.${String(index)}.name`, key: 'duplicateName' }];
    seen.add(name);
    return [];
  });
}

/** What keeps the settings from being saved, by field: the contract's own limits first, then what a person would ask. */
export function settingsProblems(settings: PlanSettings): readonly SettingsProblem[] {
  const parsed = planSettingsSchema.safeParse(settings);
  const invalid = parsed.success ? [] : parsed.error.issues.map((issue): SettingsProblem => ({ path: issue.path.join('.'), key: 'invalid' }));
  return [
    ...invalid,
    ...targetProblems(settings),
    ...rangeProblems(settings.freezes, 'freezes'),
    ...rangeProblems(settings.calendar.holidays, 'calendar.holidays'),
    ...duplicateNames(settings.teams, 'teams'),
    ...duplicateNames(settings.links, 'links'),
    ...(settings.calendar.workingWeekdays.length === 0 ? [{ path: 'calendar.workingWeekdays', key: 'noWorkingDay' as const }] : []),
    ...settings.precedences.flatMap((pair, index): SettingsProblem[] => (pair.before === pair.after ? [{ path: `precedences.${String(index)}.after`, key: 'sameSystem' }] : [])),
  ];
}

/** The first problem of a field, for display beside it. */
export function problemAt(problems: readonly SettingsProblem[], path: string): SettingsProblem['key'] | undefined {
  return problems.find((problem) => problem.path === path)?.key;
}

/** A new key that no entry of the list has: `team-3`. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}-${String(number)}`)) number += 1;
  return `${prefix}-${String(number)}`;
}
