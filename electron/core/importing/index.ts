import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToken } from '../../../shared/kernel/ids.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { importingContract } from '../../../shared/contract/importing.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { TABLE_LIMITS, type RawTable } from '../tabular/index.ts';
import { applyRows } from './apply-rows.ts';
import { IMPORT_FIELDS, type ImportKind } from './import-fields.ts';
import { guessMapping, missingFields, type Mapping } from './map-columns.ts';
import { countActions, planRows, recordKey, type KnownRecords, type PlannedRow } from './plan-rows.ts';
import { knownRecords } from './store.ts';

const SAMPLE_ROWS = 50;
const REJECTED_ROWS = 500;

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new AppError('file.not_found', { path }, { cause: error });
  });
  if (size > TABLE_LIMITS.fileBytes) throw new AppError('import.too_large', { limit: TABLE_LIMITS.fileBytes, unit: 'bytes' });
  return new Uint8Array(await readFile(path));
}

function demandMapping(table: RawTable, kind: ImportKind, mapping: Mapping): void {
  const unknown = Object.values(mapping).find((header) => !table.columns.includes(header));
  if (unknown !== undefined) throw new AppError('import.missing_column', { column: unknown, columns: table.columns.slice(0, 40) });
  const [missing] = missingFields(kind, mapping);
  if (missing !== undefined) throw new AppError('import.missing_column', { column: IMPORT_FIELDS[kind].find((field) => field.key === missing)?.headers[0] ?? missing, columns: table.columns.slice(0, 40) });
}

/** Names as the file writes them, each once. */
function newDepartments(rows: readonly PlannedRow[], known: KnownRecords): string[] {
  const names = new Map<string, string>();
  for (const { row, values } of rows) {
    const name = values['department'];
    if (row.action === 'create' && typeof name === 'string' && !known.has(recordKey(name))) names.set(recordKey(name), name);
  }
  return [...names.values()];
}

/** Registers out of files: looked at first, applied as one undoable step. */
export function createImportingFeature(context: CoreContext): HandlersOf<typeof importingContract> {
  const read = async (file: FileToken, sheet: string | undefined, signal: Parameters<HandlersOf<typeof importingContract>['importing.preview']>[1]['signal']) => {
    const path = context.files.resolve(file, 'read');
    return { path, table: await context.workers.run('readTable', { bytes: await readBytes(path), sheet }, { signal }) };
  };
  const rejected = (rows: readonly PlannedRow[]) => rows.filter(({ row }) => row.action === 'reject').slice(0, REJECTED_ROWS).map(({ row }) => row);
  return {
    'importing.preview': async (input, { signal }) => {
      const { table } = await read(input.file, input.sheet, signal);
      const guess = guessMapping(table.columns, input.kind);
      const mapping = input.mapping ?? guess.mapping;
      if (input.mapping !== undefined) demandMapping(table, guess.kind, input.mapping);
      const complete = missingFields(guess.kind, mapping).length === 0;
      const rows = complete ? planRows(table, guess.kind, mapping, knownRecords(context.database(), guess.kind)) : [];
      return {
        kind: guess.kind, format: table.format, encoding: table.encoding, delimiter: table.delimiter, sheets: [...table.sheets], sheet: table.sheet, columns: [...table.columns], mapping: { ...mapping },
        fields: IMPORT_FIELDS[guess.kind].map(({ key, required }) => ({ key, required })),
        counts: countActions(rows), newDepartments: newDepartments(rows, knownRecords(context.database(), 'departments')), sample: rows.slice(0, SAMPLE_ROWS).map(({ row }) => row), rejected: rejected(rows),
      };
    },
    'importing.apply': async (input, { signal }) => {
      const { path, table } = await read(input.file, input.sheet, signal);
      demandMapping(table, input.kind, input.mapping);
      await context.backUpBeforeEdit(table.rows.length);
      const database = context.database();
      const rows = planRows(table, input.kind, input.mapping, knownRecords(database, input.kind));
      const counts = countActions(rows);
      if (counts.reject === counts.rows) throw new AppError('import.nothing_valid', { rows: counts.rows });
      const name = basename(path);
      database.edit({ action: 'importing.apply', by: context.userName(), summary: { file: name, kind: input.kind, created: counts.create, updated: counts.update, rejected: counts.reject } }, () => {
        applyRows({ database, newId: context.newId, at: context.now().toISOString(), by: name }, input.kind, rows);
      });
      return { created: counts.create, updated: counts.update, unchanged: counts.unchanged, rejected: rejected(rows) };
    },
  };
}
