import type { z } from 'zod';
import type { importRowSchema } from '../../../shared/contract/importing.ts';
import type { RawTable } from '../tabular/index.ts';
import { IMPORT_FIELDS, type ImportKind } from './import-fields.ts';
import type { Mapping } from './map-columns.ts';
import { readValue, type ImportedValue } from './read-value.ts';

export type ImportRow = z.output<typeof importRowSchema>;

/** What the project already holds, by the key of the kind; values in the form `readValue` gives. */
export type KnownRecords = ReadonlyMap<string, { readonly id: string; readonly values: Readonly<Record<string, ImportedValue | null>> }>;

export interface PlannedRow {
  readonly row: ImportRow;
  /** Of the record that is updated. */
  readonly id: string | null;
  readonly values: Readonly<Record<string, ImportedValue>>;
}

/** Names are the same when they differ in width, case or blanks only. */
export function recordKey(...parts: readonly string[]): string {
  return parts.map((part) => part.normalize('NFKC').toLowerCase().replace(/\s+/g, '')).join('\u0000');
}

export function keyOf(kind: ImportKind, values: Readonly<Record<string, ImportedValue>>): string {
  if (kind === 'systems') return recordKey(String(values['department'] ?? ''), String(values['name'] ?? ''));
  return recordKey(String(values[kind === 'departments' ? 'name' : 'hostname'] ?? ''));
}

const shown = (value: ImportedValue): string => (typeof value === 'object' ? value.join('; ') : String(value));

/** RVTools' vInfo gives memory in MiB without saying so in the header. */
function unitHeader(header: string, columns: readonly string[]): string {
  return header === 'Memory' && columns.includes('Powerstate') ? 'Memory MiB' : header;
}

function readRow(cells: readonly string[], table: RawTable, kind: ImportKind, mapping: Mapping): { values: Record<string, ImportedValue>; problems: ImportRow['problems'] } {
  const values: Record<string, ImportedValue> = {};
  const problems: ImportRow['problems'] = [];
  for (const field of IMPORT_FIELDS[kind]) {
    const header = Object.hasOwn(mapping, field.key) ? mapping[field.key] : undefined;
    const index = header === undefined ? -1 : table.columns.indexOf(header);
    const read = header === undefined || index < 0 ? undefined : readValue(cells[index] ?? '', field, unitHeader(header, table.columns));
    if (read === undefined) {
      if (field.required) problems.push({ field: field.key, reason: 'missing' });
    } else if ('problem' in read) problems.push({ field: field.key, reason: read.problem });
    else values[field.key] = read.value;
  }
  return { values, problems };
}

const same = (left: ImportedValue | null | undefined, right: ImportedValue): boolean => left !== null && left !== undefined && shown(left) === shown(right);

/** `list` fields say what belongs to a record, not what it is; they are applied, never compared. */
const isCompared = (kind: ImportKind, key: string): boolean => IMPORT_FIELDS[kind].find((field) => field.key === key)?.type !== 'list';

/** What each row of the table would do. Pure: the same answer for the preview and for applying. */
export function planRows(table: RawTable, kind: ImportKind, mapping: Mapping, known: KnownRecords): PlannedRow[] {
  const seen = new Set<string>();
  return table.rows.map(({ line, cells }): PlannedRow => {
    const { values, problems } = readRow(cells, table, kind, mapping);
    const key = keyOf(kind, values);
    if (problems.length === 0 && seen.has(key)) problems.push({ field: IMPORT_FIELDS[kind][0]?.key ?? '', reason: 'duplicateInFile' });
    if (problems.length === 0) seen.add(key);
    const record = known.get(key);
    const changes = Object.entries(values).some(([field, value]) => isCompared(kind, field) && !same(record?.values[field], value));
    const action = problems.length > 0 ? 'reject' : record === undefined ? 'create' : changes ? 'update' : 'unchanged';
    const name = String(values['name'] ?? values['hostname'] ?? '');
    return { id: record?.id ?? null, values, row: { line, action, key: name, values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shown(value)])), problems } };
  });
}

export function countActions(rows: readonly PlannedRow[]): Record<'rows' | ImportRow['action'], number> {
  const counts = { rows: rows.length, create: 0, update: 0, unchanged: 0, reject: 0 };
  for (const { row } of rows) counts[row.action] += 1;
  return counts;
}
