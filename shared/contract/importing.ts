import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { command, query } from './procedure.ts';

export const IMPORT_KINDS = ['departments', 'systems', 'servers'] as const;
const importKindSchema = z.enum(IMPORT_KINDS);
/** Target field → column header of the file. */
const mappingSchema = z.record(z.string().max(60), z.string().max(500));
const source = { file: fileTokenSchema, sheet: z.string().max(100).optional() };

export const importRowSchema = z.object({ line: countSchema, action: z.enum(['create', 'update', 'unchanged', 'reject']), key: z.string(), values: z.record(z.string(), z.string()), problems: z.array(z.object({ field: z.string(), reason: z.enum(['missing', 'notANumber', 'notADate', 'tooLong', 'unknownValue', 'duplicateInFile', 'unknownDepartment', 'unknownSystem', 'invalid']) })) });

/** CSV (UTF-8, GB18030, UTF-16) and XLSX registers, with mapping and preview; applying is one undoable step. */
export const importingContract = {
  'importing.preview': query({
    input: z.strictObject({ ...source, kind: importKindSchema.optional(), mapping: mappingSchema.optional() }),
    output: z.object({
      kind: importKindSchema, format: z.enum(['csv', 'xlsx']), encoding: z.string().nullable(), delimiter: z.string().nullable(), sheets: z.array(z.string()), sheet: z.string().nullable(),
      columns: z.array(z.string()), mapping: mappingSchema, fields: z.array(z.object({ key: z.string(), required: z.boolean() })),
      counts: z.object({ rows: countSchema, create: countSchema, update: countSchema, unchanged: countSchema, reject: countSchema }),
      /** Departments the rows name that the register does not hold; applying makes them. */
      newDepartments: z.array(z.string()),
      sample: z.array(importRowSchema), rejected: z.array(importRowSchema),
    }),
    raises: ['import.unknown_format', 'import.unreadable_encoding', 'import.too_large', 'import.no_rows', 'import.missing_column', 'import.archive_unsafe', 'file.unknown_token'],
  }),
  'importing.apply': command({
    input: z.strictObject({ ...source, kind: importKindSchema, mapping: mappingSchema }),
    output: z.object({ created: countSchema, updated: countSchema, unchanged: countSchema, rejected: z.array(importRowSchema) }),
    topics: ['organisation', 'inventory', 'project'], raises: ['import.unknown_format', 'import.unreadable_encoding', 'import.too_large', 'import.no_rows', 'import.missing_column', 'import.archive_unsafe', 'import.nothing_valid', 'file.unknown_token'],
  }),
} as const;
