import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CSV_TABLES, EXPORT_FORMATS } from '../../../../shared/contract/exporting.ts';
import type { ExportDataset } from '../../exporting/dataset.ts';
import { writeMspdi } from '../../exporting/mspdi/write-mspdi.ts';
import { TABLES } from '../../exporting/tables/index.ts';
import { wordingOf, type ExportLanguage } from '../../exporting/wording.ts';
import { writeCsv } from '../../exporting/write-csv.ts';
import { writeJsonl } from '../../exporting/write-jsonl.ts';
import { workbookTables, writeWorkbook } from '../../exporting/write-workbook.ts';

export interface WriteExportInput {
  readonly dataset: ExportDataset;
  readonly format: Exclude<(typeof EXPORT_FORMATS)[number], 'fix-it'>;
  readonly table?: (typeof CSV_TABLES)[number] | undefined;
  readonly language: ExportLanguage;
}

export interface WrittenExport {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Rows per table or kind, for the user to compare. */
  readonly rows: Readonly<Record<string, number>>;
}

interface Content {
  readonly bytes: Uint8Array;
  readonly rows: Readonly<Record<string, number>>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function contentOf({ dataset, format, table, language }: WriteExportInput): Promise<Content> {
  const wording = wordingOf(language);
  switch (format) {
    case 'xlsx':
      return { bytes: await writeWorkbook(dataset, wording), rows: Object.fromEntries(workbookTables(dataset).map((sheet) => [sheet.key, sheet.rows.length])) };
    case 'csv': {
      if (table === undefined) throw new AppError('request.invalid_input', { field: 'table' });
      const content = TABLES[table](dataset);
      return { bytes: utf8(writeCsv(content, wording)), rows: { [table]: content.rows.length } };
    }
    case 'mspdi':
      return { bytes: utf8(writeMspdi(dataset, wording)), rows: { assignments: dataset.plan?.plan.assignments.length ?? 0 } };
    case 'jsonl': {
      const text = writeJsonl(dataset);
      return { bytes: utf8(text), rows: { lines: text.split('\n').length - 1 } };
    }
  }
}

/** Dataset in, file bytes out; pure, so it runs in a worker and in a test alike. */
export async function writeExportTask(input: WriteExportInput): Promise<WrittenExport> {
  const content = await contentOf(input);
  return { ...content, sha256: createHash('sha256').update(content.bytes).digest('hex') };
}
