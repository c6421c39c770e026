import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkAppliedMigrations, migrate, versionOf } from './migrate.ts';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/migration-list.ts';
import { foreignObjects } from './schema-fingerprint.ts';

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database);
  return database;
}

test('versions rise by one from 1', () => {
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test('a migrated file has the newest version, is accepted, and migrating again changes nothing', () => {
  const database = migrated();
  migrate(database);
  expect(versionOf(database)).toBe(NEWEST_VERSION);
  expect(() => checkAppliedMigrations(database)).not.toThrow();
  expect(foreignObjects(database, NEWEST_VERSION)).toEqual([]);
});

test('a migration that fails leaves the file as it was', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE department (other TEXT)');
  expect(() => migrate(database)).toThrow('already exists');
  expect(versionOf(database)).toBe(0);
  expect(database.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE type = 'table'").get()).toEqual({ count: 1 });
});

test('a file whose migration was another one is refused', () => {
  const database = migrated();
  database.exec("UPDATE meta SET value = 'edited' WHERE key = 'migration:1'");
  expect(() => checkAppliedMigrations(database)).toThrow(expect.objectContaining({ code: 'project.damaged' }));
});

test('version 2 finds servers by name whatever the case, by an index', () => {
  const plan = migrated().prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT id FROM server WHERE hostname = 'DB01' COLLATE NOCASE").all();
  expect(plan.map((step) => step.detail).join()).toContain('USING INDEX server_hostname');
});
