import type { ServiceSystem, SystemSummary } from '../../../../../shared/model/service-system.ts';

/** Everything of a system that a person writes. */
export type SystemDraft = Omit<ServiceSystem, 'id' | 'departmentId'> & { readonly departmentId: string | null };
export type SystemProblem = 'name' | 'department' | 'hours' | 'range';

export const EMPTY_DRAFT: SystemDraft = {
  name: '', code: null, departmentId: null, criticality: null, environment: null, protectionLevel: null, classified: null, owner: null, downtimeHours: null, earliestCutOver: null, latestCutOver: null, note: null,
};

export function draftOf(system: SystemSummary): SystemDraft {
  const { name, code, departmentId, criticality, environment, protectionLevel, classified, owner, downtimeHours, earliestCutOver, latestCutOver, note } = system;
  return { name, code, departmentId, criticality, environment, protectionLevel, classified, owner, downtimeHours, earliestCutOver, latestCutOver, note };
}

/** What keeps a draft from being saved. */
export function draftProblems(draft: SystemDraft): readonly SystemProblem[] {
  const problems: SystemProblem[] = [];
  if (draft.name.trim() === '') problems.push('name');
  if (draft.departmentId === null) problems.push('department');
  if (draft.downtimeHours !== null && (draft.downtimeHours < 0 || draft.downtimeHours > 8760)) problems.push('hours');
  if (draft.earliestCutOver !== null && draft.latestCutOver !== null && draft.latestCutOver < draft.earliestCutOver) problems.push('range');
  return problems;
}

/** The fields that differ, for a change that touches nothing else. */
export function draftChanges(before: SystemDraft, after: SystemDraft): Partial<SystemDraft> {
  const keys = Object.keys(after) as (keyof SystemDraft)[];
  return Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}

/** An empty text is "not known", not an empty name. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
