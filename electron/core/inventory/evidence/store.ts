import type { ProjectDatabase } from '../../db/index.ts';

export interface StoredEvidence {
  readonly collectedAt: string;
  readonly sha256: string;
  readonly body: Uint8Array;
}

export function readEvidence(database: ProjectDatabase, evidenceId: string): StoredEvidence | undefined {
  return database.allRaw<StoredEvidence>('SELECT collected_at AS collectedAt, sha256, body FROM evidence WHERE id = ?', evidenceId)[0];
}
