import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';

type SqliteFile = Database.Database;

/** Objects SQLite makes by itself (statistics of ANALYZE). */
const OWN_BY_SQLITE = /^sqlite_stat\d$/;

function objectsOf(database: SqliteFile): Map<string, string> {
  const rows = database.prepare<[], { type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_schema').all();
  return new Map(rows.filter((row) => !OWN_BY_SQLITE.test(row.name)).map((row) => [`${row.type} ${row.name}`, row.sql ?? '']));
}

/**
 * Names of tables, indexes, triggers and views that are not exactly those of our migrations up to `version`:
 * a project file from elsewhere must not bring code (triggers, views) or shadow tables along.
 */
export function foreignObjects(database: SqliteFile, version: number): string[] {
  const reference = new Database(':memory:');
  try {
    migrate(reference, version);
    const expected = objectsOf(reference);
    const found = objectsOf(database);
    const surplus = [...found].filter(([name, sql]) => expected.get(name) !== sql).map(([name]) => name);
    const missing = [...expected.keys()].filter((name) => !found.has(name)).map((name) => `-${name}`);
    return [...surplus, ...missing].slice(0, 20);
  } finally {
    reference.close();
  }
}
