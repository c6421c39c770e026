import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';

interface Rule {
  readonly prefix: string;
  readonly make: (error: InstanceType<typeof Database.SqliteError>) => AppError;
}

/** The longer prefix stands first. */
const RULES: readonly Rule[] = [
  { prefix: 'SQLITE_FULL', make: (cause) => new AppError('storage.disk_full', {}, { cause }) },
  { prefix: 'SQLITE_IOERR', make: (cause) => new AppError('storage.io_failed', { detail: cause.code }, { cause }) },
  { prefix: 'SQLITE_READONLY', make: (cause) => new AppError('project.read_only', {}, { cause }) },
  { prefix: 'SQLITE_CANTOPEN', make: (cause) => new AppError('storage.permission_denied', { detail: cause.code }, { cause }) },
  { prefix: 'SQLITE_PERM', make: (cause) => new AppError('storage.permission_denied', { detail: cause.code }, { cause }) },
  { prefix: 'SQLITE_BUSY', make: (cause) => new AppError('project.locked', { pid: 0, host: '', since: '' }, { cause }) },
  // A damaged schema can make SQLite believe that a table is locked by its own statement.
  { prefix: 'SQLITE_LOCKED', make: (cause) => new AppError('project.damaged', { reason: 'locked', detail: cause.message }, { cause }) },
  { prefix: 'SQLITE_CORRUPT', make: (cause) => new AppError('project.damaged', { reason: 'corrupt', detail: cause.message }, { cause }) },
  { prefix: 'SQLITE_NOTADB', make: (cause) => new AppError('project.damaged', { reason: 'notADatabase', detail: cause.message }, { cause }) },
  { prefix: 'SQLITE_CONSTRAINT_UNIQUE', make: (cause) => new AppError('record.duplicate_name', { detail: cause.message }, { cause }) },
  { prefix: 'SQLITE_CONSTRAINT_FOREIGNKEY', make: (cause) => new AppError('record.in_use', { detail: cause.message }, { cause }) },
];

/** An error of SQLite as one of ours; anything else is given back unchanged. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const rule = RULES.find((candidate) => error.code.startsWith(candidate.prefix));
  return rule ? rule.make(error) : error;
}

/** Runs `work` and lets only our own errors out. */
export function withStorageErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storageError(error);
  }
}
