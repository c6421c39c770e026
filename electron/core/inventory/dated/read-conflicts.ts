import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { ObservedValue } from '../observed-fields.ts';
import { listConflicts } from './store.ts';

type Conflict = Omit<OutputOf<'inventory.listConflicts'>['conflicts'][number], 'serverId'> & { readonly serverId: string };

/** What a person has to decide: each with all that was said at that time, the value in force last. */
export function readConflicts(database: ProjectDatabase): Conflict[] {
  return listConflicts(database).map(({ serverId, hostname, field, at, values, by }) => {
    const said = JSON.parse(values) as ObservedValue[];
    const speakers = JSON.parse(by) as string[];
    return { serverId, hostname, field, at, values: said.map((value, index) => ({ value, by: speakers[index] ?? '' })) };
  });
}
