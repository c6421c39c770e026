import type { Database } from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { createAuditWriter } from './audit-chain.ts';
import { copyDatabase } from './copy-database.ts';
import type { OpenProject } from './open-project.ts';
import type { ChangeNote, ProjectDatabase, SqlValue } from './project-database.ts';
import type { LockOwner } from './project-lock.ts';
import { queryBuilder, toSqlValue } from './query-builder.ts';
import { restoreRows } from './restore-rows.ts';
import { createStatementCache } from './statement-cache.ts';
import { storageError, withStorageErrors } from './storage-error.ts';
import { installUndoCapture } from './undo-capture.ts';
import { createUndoHistory, type Restoration } from './undo-history.ts';
import { createWriteGuard } from './write-guard.ts';

export interface ConnectionOptions {
  readonly path: string;
  readonly mode: 'writable' | 'read-only';
  readonly now: () => Date;
  readonly lockedBy: LockOwner | undefined;
  /** Brings derived rows in step after undo or redo put rows back; runs in the same transaction. */
  readonly afterRestore: (database: ProjectDatabase, restorations: readonly Restoration[]) => void;
  readonly onClose: () => void;
}

type Reading = Pick<ProjectDatabase, 'all' | 'first' | 'run' | 'allRaw' | 'runRaw'>;

function createReading(database: Database, mode: ProjectDatabase['mode']): Reading {
  const statement = createStatementCache(database);
  const allRaw = <Row>(text: string, ...parameters: readonly SqlValue[]) => withStorageErrors(() => statement(text).all(...parameters) as Row[]);
  const runRaw = (text: string, ...parameters: readonly SqlValue[]) => {
    if (mode === 'read-only') throw new AppError('project.read_only');
    if (!database.inTransaction) throw new Error('A write needs edit, record or note');
    return withStorageErrors(() => statement(text).run(...parameters).changes);
  };
  const all = <Row>(query: Compilable<Row>) => {
    const compiled = query.compile();
    return allRaw<Row>(compiled.sql, ...compiled.parameters.map(toSqlValue));
  };
  return {
    all,
    first: <Row>(query: Compilable<Row>) => all(query)[0],
    run: (query) => {
      const compiled = query.compile();
      return runRaw(compiled.sql, ...compiled.parameters.map(toSqlValue));
    },
    allRaw,
    runRaw,
  };
}

type Transactions = Pick<OpenProject, 'edit' | 'record' | 'note' | 'read' | 'changeCount' | 'nextStep' | 'step'>;

function createTransactions(database: Database, options: ConnectionOptions, self: () => ProjectDatabase): Transactions {
  const guard = createWriteGuard(options.path);
  const writable = options.mode === 'writable';
  const capture = writable ? installUndoCapture(database) : undefined;
  const history = createUndoHistory(database);
  const audit = createAuditWriter(database);
  let changeCount = 0;
  const write = <Result>(work: () => Result): Result => {
    if (!writable) throw new AppError('project.read_only');
    if (database.inTransaction) return work();
    guard.check();
    try {
      const result = database.transaction(work).immediate();
      changeCount += 1;
      return result;
    } catch (error) {
      throw guard.note(error);
    }
  };
  const record = <Result>(note: ChangeNote, work: () => Result) =>
    write(() => {
      const result = work();
      audit(note, options.now().toISOString());
      return result;
    });
  return {
    record,
    note: write,
    read: (work) => (database.inTransaction ? work() : withStorageErrors(() => database.transaction(work).deferred())),
    changeCount: () => changeCount,
    edit: (note, work) =>
      record(note, () => {
        if (!capture) throw new AppError('project.read_only');
        const { result, changes } = capture.during(work);
        history.push(note.action, options.now().toISOString(), changes);
        return result;
      }),
    nextStep: (direction) => history.next(direction)?.action,
    step: (direction, by) =>
      write(() => {
        const at = options.now().toISOString();
        const { action, restorations } = history.take(direction);
        restoreRows(database, restorations, by, at);
        options.afterRestore(self(), restorations);
        audit({ action: `project.${direction}`, by, summary: { step: action, rows: restorations.length } }, at);
        return action;
      }),
  };
}

/** Leaves one plain file behind, readable from a read-only folder; with a reader still there the WAL stays, which is as safe. */
function foldWal(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(storageError(error) instanceof AppError)) throw error;
  }
}

/** One connection to an open, checked and migrated project file. */
export function createProjectConnection(database: Database, options: ConnectionOptions): OpenProject {
  const connection: OpenProject = {
    path: options.path,
    mode: options.mode,
    lockedBy: options.lockedBy,
    sql: queryBuilder,
    ...createReading(database, options.mode),
    ...createTransactions(database, options, () => connection),
    backUp: (target, seal) => copyDatabase(database, target, seal),
    close: () => {
      if (!database.open) return;
      if (options.mode === 'writable') foldWal(database);
      database.close();
      options.onClose();
    },
  };
  return connection;
}
