import type { NewObservation } from './observations/store.ts';

/** `by` of what a target list says about a host. */
export const TARGET_LIST = 'target-list';

/** What a target list says about a host. */
export interface ListedHost {
  readonly host: string;
  readonly name: string | null;
  readonly departmentName: string | null;
  readonly tag: string | null;
}

/** The fields a target list gives; empty ones say nothing. */
export function targetValues({ name, departmentName, tag }: ListedHost): NewObservation[] {
  const given = { tag, departmentName, hostname: name } as const;
  const fields = ['tag', 'departmentName', 'hostname'] as const;
  return fields.flatMap((field) => (given[field] ? [{ field, value: given[field] }] : []));
}
