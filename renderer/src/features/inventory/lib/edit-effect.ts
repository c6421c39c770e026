import type { Server, ServerField } from '../../../../../shared/model/server.ts';
import type { EditValue } from '../../../../../shared/model/typed-server-value.ts';

/** What an edit will do to the selected rows. */
export interface EditEffect {
  readonly changes: number;
  /** Rows that hold the value already. */
  readonly same: number;
  /** Rows where an override of the field exists and is replaced or cleared. */
  readonly replacesOverride: number;
}

/** Counts the effect before it is applied. Clearing changes only rows that carry an override. */
export function editEffect(servers: readonly Server[], field: ServerField, value: EditValue): EditEffect {
  let changes = 0;
  let replacesOverride = 0;
  for (const server of servers) {
    const overridden = server.overridden.includes(field);
    const differs = value === null ? overridden : server[field] !== value;
    if (differs) changes += 1;
    if (differs && overridden) replacesOverride += 1;
  }
  return { changes, same: servers.length - changes, replacesOverride };
}
