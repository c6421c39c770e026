import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ChangeNote } from './project-database.ts';

export interface AuditState {
  readonly auditRows: number;
  readonly auditValid: boolean;
  readonly firstBrokenSeq: number | null;
  readonly lastHash: string | null;
}

interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly summary: string;
  readonly prev_hash: string;
  readonly hash: string;
}

const GENESIS = '0'.repeat(64);
/** The chain's end is kept apart, so cutting off the last rows is noticed too. */
const HEAD_KEY = 'auditHead';

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const canonical = JSON.stringify([row.seq, row.at, row.by, row.action, row.summary]);
  return createHash('sha256').update(`${row.prev_hash}\n${canonical}`).digest('hex');
}

/** Appends one row; call it inside the transaction of the change it tells of. */
export function createAuditWriter(database: Database): (note: ChangeNote, at: string) => void {
  const last = database.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = database.prepare('INSERT INTO audit (seq, at, by, action, summary, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const keepHead = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  return (note, at) => {
    const previous = last.get();
    const row = { seq: (previous?.seq ?? 0) + 1, at, by: note.by, action: note.action, summary: JSON.stringify(note.summary), prev_hash: previous?.hash ?? GENESIS };
    const hash = hashOf(row);
    insert.run(row.seq, row.at, row.by, row.action, row.summary, row.prev_hash, hash);
    keepHead.run(HEAD_KEY, `${row.seq} ${hash}`);
  };
}

/** Recomputes the whole chain. `firstBrokenSeq` is the first row that was changed, removed or added by another hand. */
export function verifyAuditChain(database: Database): AuditState {
  const rows = database.prepare<[], AuditRow>('SELECT seq, at, by, action, summary, prev_hash, hash FROM audit ORDER BY seq').iterate();
  let [expectedSeq, previousHash, count] = [1, GENESIS, 0];
  let broken: number | null = null;
  for (const row of rows) {
    count += 1;
    if (broken === null && (row.seq !== expectedSeq || row.prev_hash !== previousHash || hashOf(row) !== row.hash)) broken = expectedSeq;
    expectedSeq += 1;
    previousHash = row.hash;
  }
  const head = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(HEAD_KEY)?.value;
  const expectedHead = count === 0 ? undefined : `${expectedSeq - 1} ${previousHash}`;
  if (broken === null && head !== expectedHead) broken = expectedSeq;
  return { auditRows: count, auditValid: broken === null, firstBrokenSeq: broken, lastHash: count === 0 ? null : previousHash };
}
