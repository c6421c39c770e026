import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { TABLES } from './schema.ts';

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database);
  return database;
}

test('the schema type names exactly the tables of a migrated database', () => {
  const found = migrated().prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all().map((row) => row.name);
  expect(found.sort()).toEqual(Object.keys(TABLES).sort());
});

test.each(Object.keys(TABLES))('the columns of %s have the declared types', (table) => {
  const columns = migrated().pragma(`table_info("${table}")`) as ColumnInfo[];
  // A rowid alias is given by SQLite; keys of STRICT tables are never NULL though the pragma does not say so.
  const found = columns.map(({ name, type, notnull, dflt_value, pk }) => [name, { type, notNull: notnull === 1 || pk > 0, hasDefault: dflt_value !== null || (pk === 1 && type === 'INTEGER' && columns.filter((column) => column.pk > 0).length === 1) }]);
  expect(Object.fromEntries(found)).toEqual(TABLES[table as keyof typeof TABLES]);
});

test('every table is STRICT', () => {
  const lax = migrated().prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").all();
  expect(lax).toEqual([]);
});
