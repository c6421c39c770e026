import type { OutputOf } from '../../../../../shared/contract/contract.ts';

export type ImportPreview = OutputOf<'importing.preview'>;
export type ImportRow = ImportPreview['rejected'][number];

/** Required fields that no column of the file is mapped to. */
export function missingFields(preview: Pick<ImportPreview, 'fields' | 'mapping'>): readonly string[] {
  return preview.fields.filter((field) => field.required && (preview.mapping[field.key] ?? '') === '').map((field) => field.key);
}

/** The mapping with one field changed; a column feeds one field only, so its former field loses it. */
export function withColumn(mapping: Readonly<Record<string, string>>, field: string, column: string | null): Record<string, string> {
  const rest = Object.entries(mapping).filter(([key, value]) => key !== field && value !== column);
  return Object.fromEntries(column === null ? rest : [...rest, [field, column]]);
}

/** A cell that a spreadsheet would take for a formula is written as text. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rejected rows as CSV with their line and reasons: to be corrected and imported again. */
export function rejectedCsv(rows: readonly ImportRow[], heads: { readonly line: string; readonly problems: string }, describe: (problem: ImportRow['problems'][number]) => string): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.values)))];
  const lines = rows.map((row) => [String(row.line), row.problems.map(describe).join('; '), ...fields.map((field) => row.values[field] ?? '')]);
  return [[heads.line, heads.problems, ...fields], ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n') + '\r\n';
}
