import type { CellValue, PaperSize, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { cellText } from './cell-text.ts';
import { safeText } from './safe-text.ts';
import type { Column, Table } from './table.ts';
import type { Wording } from './wording.ts';

const DEFAULT_WIDTH = 13;
const NUMBER_FORMATS: Readonly<Partial<Record<Column<never>['kind'], string>>> = {
  integer: '#,##0',
  decimal: '#,##0.##',
  ratio: '0.0%',
  gibibytes: '#,##0.0',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};
function cellValue(cell: string | number | null, column: Table['columns'][number], table: Table, wording: Wording): CellValue {
  if (cell === null) return null;
  // Days and instants are UTC in the file's serial numbers too, so no zone can move a day.
  if (column.kind === 'date' || column.kind === 'instant') return new Date(cell);
  const text = cellText(cell, column, table.key, wording);
  return typeof text === 'string' ? safeText(text) : text;
}

function addRows(sheet: Worksheet, table: Table, wording: Wording): void {
  const headers = table.columns.map((column) => wording.word('column', column.key));
  const rows = table.rows.map((row) => row.map((cell, index) => {
    const column = table.columns[index];
    return column === undefined ? null : cellValue(cell, column, table, wording);
  }));
  if (rows.length === 0) sheet.addRow(headers);
  else {
    sheet.addTable({
      name: `landfall_${table.key.replace(/-/g, '_')}`,
      ref: 'A1',
      headerRow: true,
      style: { theme: 'TableStyleLight1', showRowStripes: true },
      columns: headers.map((name) => ({ name, filterButton: true })),
      rows,
    });
  }
}

function formatColumns(sheet: Worksheet, table: Table, wording: Wording): void {
  table.columns.forEach((column, index) => {
    const target = sheet.getColumn(index + 1);
    target.width = column.width ?? DEFAULT_WIDTH;
    if (column.hidden === true) target.hidden = true;
    if (column.wrap === true) target.alignment = { wrapText: true, vertical: 'top' };
    const format = NUMBER_FORMATS[column.kind];
    if (format !== undefined) target.numFmt = format;
    if (column.choices !== undefined && table.rows.length > 0) {
      const words = column.choices.map((choice) => wording.word(column.key === 'criticality' ? 'criticality' : 'trackingState', choice));
      const letter = target.letter;
      sheet.dataValidations.add(`${letter}2:${letter}${table.rows.length + 1}`, { type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`] });
    }
  });
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'top' };
}

/** A sheet with one table: filters, frozen header, widths, formats; text is text, never a formula. */
export function addTableSheet(workbook: Workbook, table: Table, wording: Wording, paperSize: PaperSize): Worksheet {
  const sheet = workbook.addWorksheet(wording.word('sheet', table.key), {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
    pageSetup: { paperSize, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  });
  addRows(sheet, table, wording);
  formatColumns(sheet, table, wording);
  return sheet;
}
