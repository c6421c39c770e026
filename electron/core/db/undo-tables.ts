import type { TableName } from './schema.ts';

/**
 * Tables a person edits, with their key. Only these are captured, and only these names are ever put into SQL by undo:
 * what stands in the file is data. `append-only` tables are not rolled back; the former value is appended anew.
 */
export const UNDO_TABLES = {
  document: { key: ['key'], kind: 'rows' },
  department: { key: ['id'], kind: 'rows' },
  system: { key: ['id'], kind: 'rows' },
  link_rule: { key: ['id'], kind: 'rows' },
  server: { key: ['id'], kind: 'rows' },
  server_address: { key: ['address', 'server_id'], kind: 'rows' },
  crypto_exception: { key: ['host', 'port'], kind: 'rows' },
  strategy_override: { key: ['system_id'], kind: 'rows' },
  plan: { key: ['id'], kind: 'rows' },
  tracking_entry: { key: ['seq'], kind: 'rows' },
  observation: { key: ['id'], kind: 'append-only' },
} as const satisfies Partial<Record<TableName, { key: readonly string[]; kind: 'rows' | 'append-only' }>>;

export type UndoTable = keyof typeof UNDO_TABLES;

export function isUndoTable(name: string): name is UndoTable {
  return Object.hasOwn(UNDO_TABLES, name);
}
