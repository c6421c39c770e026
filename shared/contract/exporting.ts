import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { job, query } from './procedure.ts';
import { emptyInput } from './paging.ts';
import { jobStarted } from './job.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'mspdi', 'jsonl', 'fix-it'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export const CSV_TABLES = ['servers', 'systems', 'departments', 'flows', 'waves', 'assignments', 'adoption', 'tracking', 'scan-errors'] as const;
export const languageSchema = z.enum(['zh-CN', 'en']);

/** The result of an export job: what was written, readable through `file` in every shell. */
export const exportResultSchema = z.object({ file: fileTokenSchema, fileName: z.string(), sizeBytes: countSchema, sha256: z.string(), rows: z.record(z.string(), countSchema) });

/** Files for others. Written to a temporary file, synced and renamed: an old export is intact until the new one is whole. */
export const exportingContract = {
  'exporting.listFormats': query({ input: emptyInput, output: z.object({ formats: z.array(z.object({ format: exportFormatSchema, needsPlan: z.boolean(), tables: z.array(z.string()) })) }), topics: ['plan'] }),
  /** `department`: of a fix-it pack, by name; left out, the file is an archive with one workbook per department.
   *  `file`: where to write (from the shell's save dialog or the CLI); absent: the shell offers a download. */
  'exporting.start': job({ input: z.strictObject({ format: exportFormatSchema, table: z.enum(CSV_TABLES).optional(), department: z.string().min(1).max(200).optional(), language: languageSchema.default('zh-CN'), file: fileTokenSchema.optional(), overwrite: z.boolean().default(false) }), output: jobStarted, access: 'project', topics: ['job'], raises: ['export.target_exists', 'export.nothing_to_export', 'plan.not_found', 'file.unknown_token'] }),
} as const;
