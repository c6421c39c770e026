import type { z } from 'zod';
import type { ProjectDatabase } from './project-database.ts';

/** Small documents that are edited as a whole; one row each. */
export type DocumentKey = 'catalogue' | 'sizing-policy' | 'strategy-rules' | 'plan-settings' | 'scan-settings';

/** The stored document, or undefined when there is none yet. Throws when the file holds something of another shape. */
export function readDocument<Schema extends z.ZodType>(database: ProjectDatabase, key: DocumentKey, schema: Schema): z.output<Schema> | undefined {
  const row = database.first(database.sql.selectFrom('document').select('body').where('key', '=', key));
  return row === undefined ? undefined : schema.parse(JSON.parse(row.body));
}

/** Inside a transaction. */
export function writeDocument(database: ProjectDatabase, key: DocumentKey, value: unknown): void {
  const body = JSON.stringify(value);
  database.run(database.sql.insertInto('document').values({ key, body }).onConflict((conflict) => conflict.column('key').doUpdateSet({ body })));
}

/** Inside a transaction. */
export function deleteDocument(database: ProjectDatabase, key: DocumentKey): void {
  database.run(database.sql.deleteFrom('document').where('key', '=', key));
}

const VERSION = `SELECT coalesce((SELECT max(seq) FROM audit), 0) + coalesce((SELECT max(id) FROM observation), 0) + coalesce((SELECT max(rowid) FROM evidence), 0) AS version`;

/** Rises with every audited change (undo and redo included) and every stored contact: the key under which derived data may be kept. */
export function dataVersion(database: ProjectDatabase): number {
  return database.allRaw<{ version: number }>(VERSION)[0]?.version ?? 0;
}
