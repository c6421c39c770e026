import { Workbook, type CellValue, type PaperSize, type Worksheet } from '@cj-tech-master/excelts';
import { cellText } from './cell-text.ts';
import type { ExportDataset } from './dataset.ts';
import { safeText } from './safe-text.ts';
import type { Column, Table } from './table.ts';
import { adoptionTable } from './tables/adoption-table.ts';
import { resourceEstimateTable } from './tables/resource-estimate-table.ts';
import { serversTable } from './tables/servers-table.ts';
import { definitionsTable, summaryTable } from './tables/summary-table.ts';
import { systemsTable } from './tables/systems-table.ts';
import { wavePlanTable } from './tables/wave-plan-table.ts';
import type { Wording } from './wording.ts';

/** ECMA-376 18.3.1.63: 8 is A3; the library's enum names only some sizes. */
const A3_PAPER = 8 as PaperSize;
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
/** Summary rows hold values of several kinds; these are shares. */
const SUMMARY_RATIOS = new Set(['targetRatio', 'adoptedRatio', 'provenRatio', 'plannedRatioToday']);

/** The sheets of the programme manager's workbook, in their order. */
export function workbookTables(dataset: ExportDataset): readonly Table[] {
  return [summaryTable(dataset), wavePlanTable(dataset), systemsTable(dataset), serversTable(dataset), resourceEstimateTable(dataset), adoptionTable(dataset), definitionsTable()];
}

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

function formatSummary(sheet: Worksheet, table: Table): void {
  table.rows.forEach(([item], index) => {
    const cell = sheet.getCell(index + 2, 2);
    cell.alignment = { horizontal: 'left', wrapText: true };
    if (typeof item === 'string' && SUMMARY_RATIOS.has(item)) cell.numFmt = '0.0%';
  });
}

/** The workbook as xlsx bytes: table objects with filters, frozen headers, A3 landscape, no macro, no link, no formula. */
export async function writeWorkbook(dataset: ExportDataset, wording: Wording): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Landfall';
  workbook.created = new Date(dataset.asOf);
  workbook.modified = new Date(dataset.asOf);
  for (const table of workbookTables(dataset)) {
    const sheet = workbook.addWorksheet(wording.word('sheet', table.key), {
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
      pageSetup: { paperSize: A3_PAPER, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    });
    addRows(sheet, table, wording);
    formatColumns(sheet, table, wording);
    if (table.key === 'summary') formatSummary(sheet, table);
    if (table.key === 'definitions') sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
