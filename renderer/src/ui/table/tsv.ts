import type { Column } from './column.ts';

/** Characters a spreadsheet reads as the beginning of a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** One cell as text that stays text in a spreadsheet: data of scanned hosts is not to be trusted. */
function cellText(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  const isNumber = /^-?[\d.,]+%?$/.test(flat);
  return FORMULA_START.test(flat) && !isNumber && flat !== '-' ? `'${flat}` : flat;
}

/** Rows as tab separated text with a heading line, for pasting into Excel or WPS. */
export function toTsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(column.text(row))).join('\t'));
  return [columns.map((column) => cellText(column.title)).join('\t'), ...lines].join('\n');
}
