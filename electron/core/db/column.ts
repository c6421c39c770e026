import type { Generated } from 'kysely';

/** One column as the migrations declare it; `Value` is its TypeScript type. A test compares these with `pragma table_info`. */
export interface Column<Value> {
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  /** Only for the compiler. */
  readonly value?: Value;
}

export const text: Column<string> = { type: 'TEXT', notNull: true, hasDefault: false };
export const textOrNull: Column<string | null> = { type: 'TEXT', notNull: false, hasDefault: false };
export const integer: Column<number> = { type: 'INTEGER', notNull: true, hasDefault: false };
export const integerOrNull: Column<number | null> = { type: 'INTEGER', notNull: false, hasDefault: false };
export const realOrNull: Column<number | null> = { type: 'REAL', notNull: false, hasDefault: false };
export const blob: Column<Uint8Array> = { type: 'BLOB', notNull: true, hasDefault: false };
export const blobOrNull: Column<Uint8Array | null> = { type: 'BLOB', notNull: false, hasDefault: false };
/** INTEGER PRIMARY KEY: SQLite numbers it. */
export const sequence: Column<Generated<number>> = { type: 'INTEGER', notNull: true, hasDefault: true };

/** Text limited by a CHECK to the named words. */
export function oneOf<Word extends string>(): Column<Word> {
  return { type: 'TEXT', notNull: true, hasDefault: false };
}

export function oneOfOrNull<Word extends string>(): Column<Word | null> {
  return { type: 'TEXT', notNull: false, hasDefault: false };
}

export function withDefault<Value>(column: Column<Value>): Column<Generated<Value>> {
  return { type: column.type, notNull: column.notNull, hasDefault: true };
}

export type RowOf<Table> = { [Name in keyof Table]: Table[Name] extends Column<infer Value> ? Value : never };
