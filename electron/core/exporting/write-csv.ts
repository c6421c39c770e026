import { stringify } from 'csv-stringify/sync';
import { guardFormula, safeText } from './safe-text.ts';
import { cellText } from './cell-text.ts';
import type { Table } from './table.ts';
import type { Wording } from './wording.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 with a byte order mark, which Excel and WPS need to see UTF-8. Numbers and days are bare, texts are guarded. */
export function writeCsv(table: Table, wording: Wording): string {
  const header = table.columns.map((column) => wording.word('column', column.key));
  const rows = table.rows.map((row) => row.map((cell, index) => {
    const column = table.columns[index];
    if (cell === null || column === undefined) return '';
    const text = cellText(cell, column, table.key, wording);
    return typeof text === 'string' ? guardFormula(safeText(text)) : String(text);
  }));
  return BYTE_ORDER_MARK + stringify([header, ...rows], { record_delimiter: 'windows' });
}
