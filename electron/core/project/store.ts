import type { z } from 'zod';
import type { auditEntrySchema } from '../../../shared/contract/project.ts';
import type { ProjectDatabase } from '../db/index.ts';

export function readMeta(database: ProjectDatabase, key: string): string | undefined {
  return database.first(database.sql.selectFrom('meta').select('value').where('key', '=', key))?.value;
}

/** Inside a transaction. */
export function writeMeta(database: ProjectDatabase, key: string, value: string): void {
  database.run(database.sql.insertInto('meta').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })));
}

interface Counts {
  readonly departments: number;
  readonly systems: number;
  readonly servers: number;
}

export function readCounts(database: ProjectDatabase): Counts {
  const [row] = database.allRaw<Counts>('SELECT (SELECT count(*) FROM department) AS departments, (SELECT count(*) FROM system) AS systems, (SELECT count(*) FROM server) AS servers');
  return row ?? { departments: 0, systems: 0, servers: 0 };
}

export function readLastAuditAt(database: ProjectDatabase): string | null {
  return database.first(database.sql.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1))?.at ?? null;
}

type AuditEntry = z.input<typeof auditEntrySchema>;

/** Newest first. */
export function readAuditPage(database: ProjectDatabase, offset: number, limit: number): { rows: AuditEntry[]; total: number } {
  return database.read(() => {
    const rows = database.all(database.sql.selectFrom('audit').select(['seq', 'at', 'by', 'action', 'summary', 'hash']).orderBy('seq', 'desc').offset(offset).limit(limit));
    const total = database.first(database.sql.selectFrom('audit').select((select) => select.fn.countAll<number>().as('count')))?.count ?? 0;
    return { rows: rows.map((row) => ({ ...row, summary: JSON.parse(row.summary) as Record<string, unknown> })), total };
  });
}
