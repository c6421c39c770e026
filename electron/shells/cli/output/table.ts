import { cleanText } from './clean-text.ts';
import { displayWidth, fitWidth } from './display-width.ts';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string | number | null | undefined;
  readonly align?: 'left' | 'right';
}

const GAP = '  ';
const MAX_CELL_WIDTH = 60;

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const fill = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? fill + text : text + fill;
}

/** Rows as aligned text. Cells are cleaned of terminal escapes; long ones are cut only when the reader is a terminal. */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { cut }: { cut: boolean }): string {
  const texts = rows.map((row) =>
    columns.map((column) => {
      const text = cleanText(String(column.cell(row) ?? '-'));
      return cut ? fitWidth(text, MAX_CELL_WIDTH) : text;
    }),
  );
  const widths = columns.map((column, index) => texts.reduce((widest, cells) => Math.max(widest, displayWidth(cells[index] ?? '')), displayWidth(column.header)));
  const line = (cells: readonly string[]): string => cells.map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? 'left')).join(GAP).trimEnd();
  return [line(columns.map((column) => column.header)), ...texts.map(line)].map((text) => `${text}\n`).join('');
}

/** Names and values, one pair a line. */
export function renderPairs(pairs: readonly (readonly [string, string | number | null | undefined])[]): string {
  const width = pairs.reduce((widest, [name]) => Math.max(widest, displayWidth(name)), 0);
  return pairs.map(([name, value]) => `${pad(name, width, 'left')}${GAP}${cleanText(String(value ?? '-'))}\n`).join('');
}
