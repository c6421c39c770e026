import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { ProjectSchema } from './schema.ts';
import type { SqlValue } from './project-database.ts';

/** Kysely only writes SQL for us; it holds no connection, so nothing can be awaited inside a transaction. */
export const queryBuilder = new Kysely<ProjectSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** SQLite has no booleans; a missing value is a mistake of the caller, not a NULL. */
export function toSqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new TypeError(`A value of type ${typeof value} cannot be stored`);
}
