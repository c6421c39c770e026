import { z } from 'zod';
import type { SqlValue } from './project-database.ts';

/** Column name → value, as rows are kept in the undo list. */
export type RowValues = Readonly<Record<string, SqlValue>>;

const storedSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]));

/** Rows as JSON text; blobs as base64. */
export function encodeRow(row: RowValues): string {
  const entries = Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value]);
  return JSON.stringify(Object.fromEntries(entries));
}

export function decodeRow(text: string): RowValues {
  const stored = storedSchema.parse(JSON.parse(text));
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value]));
}
