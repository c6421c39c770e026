import { createHash } from 'node:crypto';
import type { ProjectDatabase } from '../../db/index.ts';
import { insertEvidence } from '../facts/store.ts';
import { packText } from '../packed-json.ts';

export interface NewEvidence {
  readonly serverId: string;
  readonly runId: string | null;
  /** ISO instant. */
  readonly at: string;
  readonly raw: string;
  readonly newId: () => string;
}

/** Inside a transaction: keeps the text with its digest. Returns its id. */
export function saveEvidence(database: ProjectDatabase, { serverId, runId, at, raw, newId }: NewEvidence): string {
  const id = `ev-${newId()}`;
  const bytes = Buffer.from(raw);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  insertEvidence(database, { id, runId, serverId, at, sha256, sizeBytes: bytes.length, body: packText(bytes) });
  return id;
}
