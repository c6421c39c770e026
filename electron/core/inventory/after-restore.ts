import type { ProjectDatabase, Restoration } from '../db/index.ts';
import { forgetRemovedDepartments, settleAllServers, settleServer } from '../organisation/index.ts';
import { serverExists } from './facts/store.ts';
import { deriveServer } from './observations/store.ts';

/** Rows that decide where servers belong. */
const PLACING: ReadonlySet<string> = new Set(['department', 'system', 'link_rule']);

/**
 * After undo or redo: a server whose observations were put back is derived anew, so a scan that came in between keeps
 * its word wherever no person overrules it. When the register itself changed, every server is placed anew: scans may
 * have added servers to what is now gone or back.
 */
export function afterRestore(database: ProjectDatabase, restorations: readonly Restoration[]): void {
  const touched = new Set<string>();
  for (const { table, source, target } of restorations) {
    const serverId = table === 'observation' ? (target ?? source)?.['server_id'] : undefined;
    if (typeof serverId === 'string') touched.add(serverId);
  }
  for (const serverId of touched) {
    if (!serverExists(database, serverId)) continue;
    deriveServer(database, serverId);
    settleServer(database, serverId);
  }
  if (restorations.some(({ table }) => PLACING.has(table))) {
    forgetRemovedDepartments(database);
    settleAllServers(database);
  }
}
