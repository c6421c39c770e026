import { Workbook, type PaperSize, type Worksheet } from '@cj-tech-master/excelts';
import { addTableSheet } from './add-table-sheet.ts';
import type { ExportDataset } from './dataset.ts';
import type { Table } from './table.ts';
import { adoptionTable } from './tables/adoption-table.ts';
import { resourceEstimateTable } from './tables/resource-estimate-table.ts';
import { serversTable } from './tables/servers-table.ts';
import { definitionsTable, summaryTable } from './tables/summary-table.ts';
import { systemsTable } from './tables/systems-table.ts';
import { wavePlanTable } from './tables/wave-plan-table.ts';
import type { Wording } from './wording.ts';

/** ECMA-376 18.3.1.63: 8 is A3; the library's enum names only some sizes. */
const A3_PAPER = 8 as PaperSize;
/** Summary rows hold values of several kinds; these are shares. */
const SUMMARY_RATIOS = new Set(['targetRatio', 'adoptedRatio', 'provenRatio', 'plannedRatioToday']);

/** The sheets of the programme manager's workbook, in their order. */
export function workbookTables(dataset: ExportDataset): readonly Table[] {
  return [summaryTable(dataset), wavePlanTable(dataset), systemsTable(dataset), serversTable(dataset), resourceEstimateTable(dataset), adoptionTable(dataset), definitionsTable()];
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
    const sheet = addTableSheet(workbook, table, wording, A3_PAPER);
    if (table.key === 'summary') formatSummary(sheet, table);
    if (table.key === 'definitions') sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
