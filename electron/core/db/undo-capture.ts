import type { Database } from 'better-sqlite3';
import type { SqlValue } from './project-database.ts';
import type { RowValues } from './row-codec.ts';
import { TABLES } from './schema.ts';
import { UNDO_TABLES, isUndoTable, type UndoTable } from './undo-tables.ts';

/** One row touched by an edit. `before` is missing for a new row, `after` for a removed one. */
export interface RowChange {
  readonly table: UndoTable;
  readonly before: RowValues | undefined;
  readonly after: RowValues | undefined;
}

export interface UndoCapture {
  /** Runs `work` and returns every row change it made, in order. */
  during<Result>(work: () => Result): { result: Result; changes: RowChange[] };
}

function columnsOf(table: UndoTable): string[] {
  return Object.keys(TABLES[table]);
}

function triggersOf(table: UndoTable): string[] {
  const list = (row: 'OLD' | 'NEW') => columnsOf(table).map((column) => `${row}."${column}"`).join(', ');
  const trigger = (event: string, row: string, call: string) =>
    `CREATE TEMP TRIGGER capture_${table}_${event} AFTER ${event} ON main."${table}" WHEN capturing() BEGIN SELECT capture('${table}', '${row}', ${call}); END`;
  return [trigger('INSERT', 'after', list('NEW')), trigger('DELETE', 'before', list('OLD')), trigger('UPDATE', 'both', `${list('OLD')}, ${list('NEW')}`)];
}

function toRow(columns: readonly string[], values: readonly SqlValue[]): RowValues {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]));
}

/**
 * Temporary triggers of this connection (never stored in the file) report each changed row of the undoable tables to
 * this process, foreign-key actions included; nothing in the features has to remember to log.
 */
export function installUndoCapture(database: Database): UndoCapture {
  let changes: RowChange[] | undefined;
  database.function('capturing', () => (changes ? 1 : 0));
  database.function('capture', { varargs: true }, (...parameters: unknown[]) => {
    const [table, row, ...values] = parameters as [string, string, ...SqlValue[]];
    if (!changes || !isUndoTable(table)) return null;
    const columns = columnsOf(table);
    const first = toRow(columns, values.slice(0, columns.length));
    if (row === 'after') changes.push({ table, before: undefined, after: first });
    else if (row === 'before') changes.push({ table, before: first, after: undefined });
    else changes.push({ table, before: first, after: toRow(columns, values.slice(columns.length)) });
    return null;
  });
  for (const table of Object.keys(UNDO_TABLES).filter(isUndoTable)) for (const sql of triggersOf(table)) database.exec(sql);
  return {
    during: (work) => {
      changes = [];
      try {
        return { result: work(), changes };
      } finally {
        changes = undefined;
      }
    },
  };
}
