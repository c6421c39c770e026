import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { MIGRATIONS, type Migration } from './migrations/migration-list.ts';

/** "LAND" in ASCII: tells our files from those of other programs. */
export const APPLICATION_ID = 0x4c414e44;

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Runs the migrations a file lacks, in one exclusive transaction: afterwards it is whole or as before. */
export function migrate(database: Database, upTo: number = MIGRATIONS.length): void {
  const from = versionOf(database);
  const missing = MIGRATIONS.filter((migration) => migration.version > from && migration.version <= upTo);
  if (missing.length === 0) return;
  const apply = database.transaction(() => {
    for (const migration of missing) {
      database.exec(migration.sql);
      database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(`migration:${migration.version}`, checksumOf(migration));
    }
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${upTo}`);
  });
  apply.exclusive();
}

/** Throws `project.damaged` when a migration of this file was not the one this program knows. */
export function checkAppliedMigrations(database: Database): void {
  const applied = database.prepare<[], { key: string; value: string }>("SELECT key, value FROM meta WHERE key LIKE 'migration:%'").all();
  const recorded = new Map(applied.map((row) => [row.key, row.value]));
  for (const migration of MIGRATIONS.filter((candidate) => candidate.version <= versionOf(database))) {
    if (recorded.get(`migration:${migration.version}`) !== checksumOf(migration)) {
      throw new AppError('project.damaged', { reason: 'migrationChanged', detail: String(migration.version) });
    }
  }
}
