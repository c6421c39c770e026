import { Workbook, type PaperSize } from '@cj-tech-master/excelts';
import { zip } from '@cj-tech-master/excelts/archive';
import { addTableSheet } from '../add-table-sheet.ts';
import { safeFileName } from '../safe-text.ts';
import { wordingOf, type ExportLanguage } from '../wording.ts';
import type { FixItData, FixItProblem } from './fix-it-data.ts';
import { fixItTables } from './fix-it-tables.ts';

/** ECMA-376 18.3.1.63: 9 is A4. */
const A4_PAPER = 9 as PaperSize;

/** Causes and hosts of one department as xlsx bytes. */
export async function writeFixItWorkbook(problems: readonly FixItProblem[], asOf: string, language: ExportLanguage): Promise<Uint8Array> {
  const wording = wordingOf(language);
  const workbook = new Workbook();
  workbook.creator = 'Landfall';
  workbook.created = new Date(asOf);
  workbook.modified = new Date(asOf);
  for (const table of fixItTables(problems, language, wording)) addTableSheet(workbook, table, wording, A4_PAPER);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Names that differ only in what a file system does not tell apart get a number. */
function freeName(taken: Set<string>, name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${name}.xlsx` : `${name}-${String(number)}.xlsx`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

/** A zip with one workbook per department, and one for hosts of none. */
export async function writeFixItArchive({ problems, asOf }: FixItData, language: ExportLanguage): Promise<Uint8Array> {
  const wording = wordingOf(language);
  const taken = new Set<string>();
  // Workbooks are compressed already.
  const archive = zip({ level: 0, modTime: new Date(asOf) });
  for (const [department, own] of Map.groupBy(problems, (problem) => problem.departmentName)) {
    archive.add(freeName(taken, safeFileName(department ?? wording.word('fixIt', 'noDepartment'))), await writeFixItWorkbook(own, asOf, language));
  }
  return await archive.bytes();
}
