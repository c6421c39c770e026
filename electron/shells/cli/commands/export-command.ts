import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { CSV_TABLES, EXPORT_FORMATS, exportResultSchema } from '../../../../shared/contract/exporting.ts';
import { formatBytes, formatCount } from '../../../../shared/i18n/format.ts';
import { LANGUAGES } from '../../../../shared/i18n/language.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs } from '../output/table.ts';

interface ExportOptions {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly table?: (typeof CSV_TABLES)[number];
  readonly department?: string;
  readonly out: string;
  readonly force?: boolean;
  readonly language?: (typeof LANGUAGES)[number];
}

async function exportFile(context: CommandContext, projectFile: string, options: ExportOptions): Promise<void> {
  const { client, file } = await openProject(context, projectFile, 'read');
  const path = resolve(options.out);
  await mkdir(dirname(path), { recursive: true });
  const { jobId } = await client.call('exporting.start', {
    format: options.format,
    language: options.language ?? context.language,
    file: file(path, 'write'),
    overwrite: options.force ?? false,
    ...(options.table ? { table: options.table } : {}),
    ...(options.department === undefined ? {} : { department: options.department }),
  });
  const job = await context.finish(client, jobId);
  const result = exportResultSchema.safeParse(job.result);
  if (!result.success) throw new AppError('internal', { ref: jobId });
  const { t, language } = context;
  context.print.result(result.data, () => renderPairs([[t('column.path'), path], [t('column.size'), formatBytes(language, result.data.sizeBytes)], ['SHA-256', result.data.sha256], ...Object.entries(result.data.rows).map(([name, count]) => [name, formatCount(language, count)] as const)]));
}

export function addExportCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'export <file>', 'export.about')
    .addOption(describedOption(scope, '--format <format>', 'option.format').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(describedOption(scope, '--out <path>', 'option.out').makeOptionMandatory())
    .addOption(describedOption(scope, '--table <table>', 'option.table').choices(CSV_TABLES))
    .addOption(describedOption(scope, '--department <name>', 'option.fixItDepartment'))
    .addOption(describedOption(scope, '--language <language>', 'option.language').choices(LANGUAGES))
    .addOption(describedOption(scope, '--force', 'option.force'))
    .action(run(scope, exportFile));
}
