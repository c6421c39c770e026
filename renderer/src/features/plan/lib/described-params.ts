import type { PlanViolation } from '../../../../../shared/model/plan.ts';
import type { PlanView } from './plan-view.ts';

export type ParamKind = 'bytes' | 'ratio' | 'number' | 'text';

export interface DescribedParam {
  readonly key: string;
  readonly kind: ParamKind;
  readonly value: string | number;
}

type Names = ReadonlyMap<string, string>;

/** Names for the ids that parameters of reasons and violations carry. */
export function paramNames(view: PlanView): Names {
  const names = new Map<string, string>();
  for (const item of view.items) {
    names.set(item.id, item.name);
    names.set(item.departmentId, item.departmentName);
  }
  for (const list of [view.settings.teams, view.settings.links, view.settings.freezes]) for (const one of list) names.set(one.id, one.name);
  return names;
}

function kindOf(key: string, value: string | number): ParamKind {
  if (typeof value === 'string') return 'text';
  if (key.endsWith('Bytes')) return 'bytes';
  return key === 'ratio' || key.endsWith('Ratio') ? 'ratio' : 'number';
}

/** The figures of a reason or violation with ids put into names; empty ones are left out. */
export function describedParams(params: PlanViolation['params'], names: Names): readonly DescribedParam[] {
  return Object.entries(params).flatMap(([key, value]) => (value === '' ? [] : [{ key, kind: kindOf(key, value), value: typeof value === 'string' ? (names.get(value) ?? value) : value }]));
}
