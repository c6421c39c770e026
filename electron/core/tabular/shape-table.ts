import { AppError } from '../../../shared/kernel/app-error.ts';
import { TABLE_LIMITS, type RawTable } from './raw-table.ts';

/** Rows a title block above the header may take. */
const TITLE_ROWS = 10;

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The header is the first of the leading rows with the most filled cells: registers often carry a title above it. */
function headerIndex(rows: readonly (readonly string[])[]): number {
  const head = rows.slice(0, TITLE_ROWS);
  const widest = Math.max(...head.map(filled));
  return head.findIndex((cells) => filled(cells) === widest);
}

function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/**
 * Finds the header, drops empty rows and columns without a name, and checks the limits.
 * Raises `import.no_rows`, `import.too_large`.
 */
export function shapeTable(records: readonly { line: number; cells: readonly string[] }[], source: Omit<RawTable, 'columns' | 'rows'>): RawTable {
  const cleaned = records.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })).filter(({ cells }) => filled(cells) > 0);
  if (cleaned.length < 2) throw new AppError('import.no_rows');
  const header = headerIndex(cleaned.map(({ cells }) => cells));
  const names = cleaned[header]?.cells ?? [];
  const kept = names.flatMap((name, index) => (name === '' ? [] : [index]));
  const rows = cleaned.slice(header + 1);
  if (rows.length === 0) throw new AppError('import.no_rows');
  if (rows.length > TABLE_LIMITS.rows) throw new AppError('import.too_large', { limit: TABLE_LIMITS.rows, unit: 'rows' });
  if (kept.length > TABLE_LIMITS.columns) throw new AppError('import.too_large', { limit: TABLE_LIMITS.columns, unit: 'columns' });
  return {
    ...source,
    columns: uniqueNames(kept.map((index) => names[index] ?? '')),
    rows: rows.map(({ line, cells }) => ({ line, cells: kept.map((index) => (cells[index] ?? '').slice(0, TABLE_LIMITS.cellCharacters)) })),
  };
}
