import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CSV_TABLES, EXPORT_FORMATS, type exportingContract } from '../../../shared/contract/exporting.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { CallInfo, HandlersOf } from '../ports/handlers-of.ts';
import type { WrittenExport } from '../workers/tasks/write-export.ts';
import { writeFileAtomically } from '../files/index.ts';
import type { ExportDataset } from './dataset.ts';
import type { ExportReaders } from './export-reader.ts';
import { gatherFixIt } from './fix-it/gather-fix-it.ts';
import { gatherDataset } from './gather-dataset.ts';
import { safeFileName } from './safe-text.ts';

type ExportInput = ParsedInputOf<'exporting.start'>;
type Format = ExportInput['format'];

const EXTENSIONS: Readonly<Record<Format, string>> = { xlsx: 'xlsx', csv: 'csv', mspdi: 'xml', jsonl: 'jsonl', 'fix-it': 'zip' };
const NEEDS_PLAN: ReadonlySet<Format> = new Set<Format>(['mspdi']);
const PLAN_TABLES: ReadonlySet<string> = new Set(['waves', 'assignments', 'adoption']);

function suggestedName({ projectName, asOf }: Pick<ExportDataset, 'projectName' | 'asOf'>, { format, table, department }: ExportInput): string {
  const parts = [projectName, table, format === 'fix-it' ? format : undefined, department, asOf.slice(0, 10)].filter((part) => part !== undefined && part !== '');
  return `${safeFileName(parts.join('-'))}.${department === undefined ? EXTENSIONS[format] : 'xlsx'}`;
}

function demandContent(dataset: ExportDataset, input: ExportInput): void {
  if (input.format === 'csv' && input.table === undefined) throw new AppError('request.invalid_input', { field: 'table' });
  const needsPlan = NEEDS_PLAN.has(input.format) || (input.table !== undefined && PLAN_TABLES.has(input.table));
  if (needsPlan && dataset.plan === null) throw new AppError('plan.not_found');
  if (dataset.servers.length === 0 && dataset.systems.length === 0) throw new AppError('export.nothing_to_export');
}

interface Composed {
  readonly name: string;
  readonly written: WrittenExport;
}

async function compose(context: CoreContext, readers: ExportReaders, input: ExportInput, { signal, onGathered }: CallInfo & { readonly onGathered: () => void }): Promise<Composed> {
  const { format, table, department, language } = input;
  if (format === 'fix-it') {
    const data = await gatherFixIt(readers, { signal }, { now: context.now(), department });
    if (data.problems.length === 0) throw new AppError('export.nothing_to_export');
    onGathered();
    return { name: suggestedName(data, input), written: await context.workers.run('writeFixIt', { data, single: department !== undefined, language }, { signal }) };
  }
  const dataset = await gatherDataset(readers, { signal }, context.now());
  demandContent(dataset, input);
  onGathered();
  return { name: suggestedName(dataset, input), written: await context.workers.run('writeExport', { dataset, format, table, language }, { signal }) };
}

/** Files for others, as jobs. */
export function createExportingFeature(context: CoreContext, readers: ExportReaders): HandlersOf<typeof exportingContract> {
  context.jobs.define<ExportInput, { rows: Readonly<Record<string, number>> }>({
    kind: 'export',
    pausable: false,
    resumable: false,
    run: async ({ input, signal, report }) => {
      report({ fraction: 0.05, phase: 'gather', done: 0, total: 3 });
      const { name, written } = await compose(context, readers, input, { signal, onGathered: () => report({ fraction: 0.3, phase: 'write', done: 1, total: 3 }) });
      const target = input.file === undefined ? context.files.createTemporary(name) : { token: input.file, path: context.files.resolve(input.file, 'write') };
      report({ fraction: 0.9, phase: 'save', done: 2, total: 3 });
      await writeFileAtomically(target.path, written.bytes);
      report({ fraction: 1, phase: 'save', done: 3, total: 3 });
      return { file: target.token, fileName: input.file === undefined ? name : basename(target.path), sizeBytes: written.bytes.byteLength, sha256: written.sha256, rows: written.rows };
    },
  });
  return {
    'exporting.listFormats': (): OutputOf<'exporting.listFormats'> => ({ formats: EXPORT_FORMATS.map((format) => ({ format, needsPlan: NEEDS_PLAN.has(format), tables: format === 'csv' ? [...CSV_TABLES] : [] })) }),
    'exporting.start': (input) => {
      if (input.department !== undefined && input.format !== 'fix-it') throw new AppError('request.invalid_input', { field: 'department' });
      if (input.file !== undefined && !input.overwrite) {
        const path = context.files.resolve(input.file, 'write');
        if (existsSync(path)) throw new AppError('export.target_exists', { path });
      }
      return { jobId: context.jobs.start('export', input) };
    },
  };
}
