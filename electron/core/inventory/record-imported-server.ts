import type { ProjectDatabase } from '../db/index.ts';
import { settleServer } from '../organisation/index.ts';
import { insertServer } from './facts/store.ts';
import { deriveServer, observe, type NewObservation } from './observations/store.ts';
import { isObservedField } from './observed-fields.ts';

export interface ImportedServer {
  /** null: a server not known yet. */
  readonly serverId: string | null;
  /** By field name; names that are no fields of a server are left out. */
  readonly values: Readonly<Record<string, string | number>>;
  /** ISO instant. */
  readonly at: string;
  /** The file that says so. */
  readonly by: string;
  readonly newId: () => string;
}

/** Inside a transaction: what a register says about one server; it never hides what was entered or scanned. Returns its id. */
export function recordImportedServer(database: ProjectDatabase, imported: ImportedServer): string {
  const serverId = imported.serverId ?? `srv-${imported.newId()}`;
  if (imported.serverId === null) insertServer(database, serverId, String(imported.values['hostname'] ?? imported.values['address'] ?? serverId), imported.at);
  const values = Object.entries(imported.values).flatMap(([field, value]): NewObservation[] => (isObservedField(field) ? [{ field, value }] : []));
  observe(database, serverId, values, { source: 'imported', by: imported.by, at: imported.at });
  deriveServer(database, serverId);
  settleServer(database, serverId);
  return serverId;
}
