import type { PlanSettings } from '../../../../../../shared/model/plan.ts';
import type { SettingsProblem } from '../../lib/settings-problems.ts';

export interface NamedChoice {
  readonly value: string;
  readonly label: string;
}

/** What every section of the settings form gets. */
export interface SettingsSectionProps {
  readonly settings: PlanSettings;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (change: Partial<PlanSettings>) => void;
  readonly departments: readonly NamedChoice[];
  readonly systems: readonly NamedChoice[];
}

/** The list with one entry changed. */
export function replaceAt<Entry>(list: readonly Entry[], index: number, change: Partial<Entry>): Entry[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}

export function removeAt<Entry>(list: readonly Entry[], index: number): Entry[] {
  return list.filter((_entry, at) => at !== index);
}
