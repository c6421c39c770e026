import { createHash } from 'node:crypto';
import type { FixItData } from '../../exporting/fix-it/fix-it-data.ts';
import { writeFixItArchive, writeFixItWorkbook } from '../../exporting/fix-it/write-fix-it.ts';
import type { ExportLanguage } from '../../exporting/wording.ts';
import type { WrittenExport } from './write-export.ts';

export interface WriteFixItInput {
  readonly data: FixItData;
  /** One workbook for all of `data`; otherwise an archive with one per department. */
  readonly single: boolean;
  readonly language: ExportLanguage;
}

/** Problems in, file bytes out. */
export async function writeFixItTask({ data, single, language }: WriteFixItInput): Promise<WrittenExport> {
  const bytes = single ? await writeFixItWorkbook(data.problems, data.asOf, language) : await writeFixItArchive(data, language);
  const departments = new Set(data.problems.map((problem) => problem.departmentName)).size;
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), rows: { departments, problems: data.problems.length } };
}
