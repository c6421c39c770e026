import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';

/** 3.7.0 to 3.51.2 can lose commits with several connections and checkpoints (sqlite.org/wal.html, "WAL-reset bug"). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;

export function isSafeSqlite(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

export function sqliteVersion(): string {
  const memory = new Database(':memory:');
  try {
    return memory.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '';
  } finally {
    memory.close();
  }
}

/** Opens a file with the settings every connection of ours has; the caller has looked at its header before. `recover` may write, but only what a journal puts back. */
export function openSqlite(path: string, mode: 'create' | 'writable' | 'read-only' | 'recover'): Database.Database {
  const version = sqliteVersion();
  if (!isSafeSqlite(version)) throw new AppError('storage.sqlite_too_old', { found: version, needed: OLDEST_SAFE_SQLITE.join('.') });
  const database = new Database(path, { readonly: mode === 'read-only', fileMustExist: mode !== 'create', timeout: 2000 });
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    database.pragma('foreign_keys = ON');
    if (mode === 'create' || mode === 'writable') {
      database.pragma('journal_mode = WAL');
      // better-sqlite3 would use NORMAL in WAL mode: an acknowledged edit could be lost on power failure.
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = FAST');
      database.pragma('recursive_triggers = ON');
      database.pragma('journal_size_limit = 67108864');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
