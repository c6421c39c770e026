import type { Database } from 'better-sqlite3';
import type { SqlValue } from './project-database.ts';
import type { RowValues } from './row-codec.ts';
import { TABLES } from './schema.ts';
import type { Restoration } from './undo-history.ts';
import { UNDO_TABLES, type UndoTable } from './undo-tables.ts';

/** Column names come from the stored JSON, so they are taken only when the schema knows them. */
function knownColumns(table: UndoTable, row: RowValues): string[] {
  const columns = Object.keys(TABLES[table]);
  return Object.keys(row).filter((name) => columns.includes(name));
}

function whereKey(table: UndoTable, row: RowValues): { sql: string; values: SqlValue[] } {
  const key: readonly string[] = UNDO_TABLES[table].key;
  return { sql: key.map((name) => `"${name}" IS ?`).join(' AND '), values: key.map((name) => row[name] ?? null) };
}

function restoreRow(database: Database, { table, source, target }: Restoration): void {
  if (!target && source) {
    const where = whereKey(table, source);
    database.prepare(`DELETE FROM "${table}" WHERE ${where.sql}`).run(...where.values);
  } else if (target && source) {
    const columns = knownColumns(table, target);
    const where = whereKey(table, source);
    const sql = `UPDATE "${table}" SET ${columns.map((name) => `"${name}" = ?`).join(', ')} WHERE ${where.sql}`;
    database.prepare(sql).run(...columns.map((name) => target[name] ?? null), ...where.values);
  } else if (target) {
    const columns = knownColumns(table, target);
    const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    database.prepare(sql).run(...columns.map((name) => target[name] ?? null));
  }
}

/** Observations are never removed: what was in force before the step is observed once more. */
function reobserve(database: Database, { source, target }: Restoration, by: string, at: string): void {
  const row = target ?? source;
  if (!row) return;
  const former = target
    ? { value: target['value'] ?? 'null' }
    : database
        .prepare<SqlValue[], { value: string }>('SELECT value FROM observation WHERE server_id = ? AND field = ? AND source = ? AND id < ? ORDER BY id DESC LIMIT 1')
        .get(row['server_id'] ?? null, row['field'] ?? null, row['source'] ?? null, row['id'] ?? null);
  database
    .prepare('INSERT INTO observation (server_id, field, value, source, by, at) SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM server WHERE id = ?)')
    .run(row['server_id'] ?? null, row['field'] ?? null, former?.value ?? 'null', row['source'] ?? null, by, at, row['server_id'] ?? null);
}

/** Puts rows back in the given order; foreign keys are judged when the transaction ends. */
export function restoreRows(database: Database, restorations: readonly Restoration[], by: string, at: string): void {
  database.pragma('defer_foreign_keys = ON');
  for (const restoration of restorations) {
    if (UNDO_TABLES[restoration.table].kind === 'append-only') reobserve(database, restoration, by, at);
    else restoreRow(database, restoration);
  }
}
