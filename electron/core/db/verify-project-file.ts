import { verifyAuditChain, type AuditState } from './audit-chain.ts';
import { openSqlite } from './sqlite-handle.ts';
import { withStorageErrors } from './storage-error.ts';

export interface FileCheck extends AuditState {
  readonly integrity: 'ok' | 'damaged';
}

/** Reads every page and recomputes the audit chain, on a connection of its own: seconds at city size, so it runs in a worker. */
export function verifyProjectFile(path: string): FileCheck {
  return withStorageErrors(() => {
    const database = openSqlite(path, 'read-only');
    try {
      const verdict = database.pragma('integrity_check(1)', { simple: true });
      return { integrity: verdict === 'ok' ? 'ok' : 'damaged', ...verifyAuditChain(database) };
    } finally {
      database.close();
    }
  });
}
