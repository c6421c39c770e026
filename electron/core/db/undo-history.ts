import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { SqlValue } from './project-database.ts';
import { decodeRow, encodeRow, type RowValues } from './row-codec.ts';
import type { RowChange } from './undo-capture.ts';
import { UNDO_TABLES, isUndoTable, type UndoTable } from './undo-tables.ts';

const KEPT_STEPS = 300;

interface StoredChange {
  readonly table_name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change as it is put back: towards `target`, leaving from `source`; either is missing when the row did not exist. */
export interface Restoration {
  readonly table: UndoTable;
  readonly source: RowValues | undefined;
  readonly target: RowValues | undefined;
}

export interface UndoHistory {
  /** Stores the changes of one edit as a step and forgets what was undone before. */
  push(action: string, at: string, changes: readonly RowChange[]): void;
  /** What undo or redo would act on. */
  next(direction: 'undo' | 'redo'): { id: number; action: string } | undefined;
  /** The changes to put back, in the order to do it; marks the step. */
  take(direction: 'undo' | 'redo'): { action: string; restorations: Restoration[] };
}

/** Of an update, only the key and the columns that differ: columns changed by a scan in between stay as they are. */
function onlyDifferences(change: RowChange): { before: RowValues | undefined; after: RowValues | undefined } | undefined {
  const { before, after } = change;
  if (!before || !after) return { before, after };
  const key: readonly string[] = UNDO_TABLES[change.table].key;
  const differing = Object.keys(before).filter((name) => !sameValue(before[name], after[name]));
  if (differing.length === 0) return undefined;
  const pick = (row: RowValues) => Object.fromEntries([...new Set([...key, ...differing])].map((name) => [name, row[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function sameValue(left: SqlValue | undefined, right: SqlValue | undefined): boolean {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) === 0;
  return left === right;
}

function keyText(table: UndoTable, row: RowValues): string {
  return JSON.stringify(UNDO_TABLES[table].key.map((name) => String(row[name])));
}

export function createUndoHistory(database: Database): UndoHistory {
  const dropUndone = database.prepare("DELETE FROM undo_step WHERE state = 'undone'");
  const dropOld = database.prepare('DELETE FROM undo_step WHERE id <= (SELECT max(id) FROM undo_step) - ?');
  const insertStep = database.prepare("INSERT INTO undo_step (action, at, state) VALUES (?, ?, 'done')");
  const insertChange = database.prepare('INSERT INTO undo_change (step_id, seq, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?, ?)');
  const lastDone = database.prepare<[], { id: number; action: string }>("SELECT id, action FROM undo_step WHERE state = 'done' ORDER BY id DESC LIMIT 1");
  const firstUndone = database.prepare<[], { id: number; action: string }>("SELECT id, action FROM undo_step WHERE state = 'undone' ORDER BY id LIMIT 1");
  const changesOf = database.prepare<[number], StoredChange>('SELECT table_name, before, after FROM undo_change WHERE step_id = ? ORDER BY seq');
  const mark = database.prepare('UPDATE undo_step SET state = ? WHERE id = ?');
  const next = (direction: 'undo' | 'redo') => (direction === 'undo' ? lastDone.get() : firstUndone.get());

  return {
    next,
    push: (action, at, changes) => {
      const reduced = changes.flatMap((change) => {
        const difference = onlyDifferences(change);
        return difference ? [{ table: change.table, ...difference }] : [];
      });
      if (reduced.length === 0) return;
      dropUndone.run();
      const stepId = Number(insertStep.run(action, at).lastInsertRowid);
      for (const [seq, change] of reduced.entries()) {
        const key = keyText(change.table, change.after ?? change.before ?? {});
        insertChange.run(stepId, seq, change.table, key, change.before ? encodeRow(change.before) : null, change.after ? encodeRow(change.after) : null);
      }
      dropOld.run(KEPT_STEPS);
    },
    take: (direction) => {
      const step = next(direction);
      if (!step) throw new AppError('project.nothing_to_undo');
      const restorations = changesOf.all(step.id).map((change): Restoration => {
        if (!isUndoTable(change.table_name)) throw new AppError('project.damaged', { reason: 'undo', detail: change.table_name });
        const [before, after] = [change.before, change.after].map((text) => (text === null ? undefined : decodeRow(text)));
        return { table: change.table_name, source: direction === 'undo' ? after : before, target: direction === 'undo' ? before : after };
      });
      mark.run(direction === 'undo' ? 'undone' : 'done', step.id);
      return { action: step.action, restorations: direction === 'undo' ? restorations.reverse() : restorations };
    },
  };
}
