import { createHash } from 'node:crypto';
import type { ProjectDatabase } from '../../db/index.ts';
import { insertEvidence } from '../facts/store.ts';
import { packText } from '../packed-json.ts';

/** The text of a contact as it is kept, with its digest. */
export interface PackedEvidence {
  /** Hexadecimal, of the text's UTF-8 bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly body: Uint8Array;
}

export interface NewEvidence {
  readonly serverId: string;
  readonly runId: string | null;
  readonly sightingId?: string | undefined;
  /** ISO instant. */
  readonly at: string;
  readonly evidence: PackedEvidence;
  readonly newId: () => string;
}

export function packEvidence(raw: string): PackedEvidence {
  const bytes = Buffer.from(raw);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, body: packText(bytes) };
}

/** Inside a transaction. Returns its id. */
export function saveEvidence(database: ProjectDatabase, { serverId, runId, sightingId, at, evidence, newId }: NewEvidence): string {
  const id = `ev-${newId()}`;
  insertEvidence(database, { id, runId, serverId, sightingId: sightingId ?? null, at, ...evidence });
  return id;
}
