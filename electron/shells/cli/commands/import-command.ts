import type { Command } from 'commander';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { IMPORT_KINDS } from '../../../../shared/contract/importing.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs } from '../output/table.ts';
import { parseColumnPair } from '../parse/column-pair.ts';
import { usageError } from '../parse/usage-error.ts';

interface ImportOptions {
  readonly kind?: (typeof IMPORT_KINDS)[number];
  readonly map?: Readonly<Record<string, string>>;
  readonly sheet?: string;
  readonly dryRun?: boolean;
}
type Rejected = OutputOf<'importing.apply'>['rejected'];

function reportRejected({ t, print }: CommandContext, rejected: Rejected): void {
  for (const row of rejected) print.message(t('import.rejected', { line: row.line, problems: row.problems.map(({ field, reason }) => `${field}: ${reason}`).join(', ') }));
}

/** What the file would do is always read first; without `--dry-run` it is then done as one step that can be undone. */
async function importFile(context: CommandContext, projectFile: string, sourceFile: string, options: ImportOptions): Promise<number> {
  const { client, file } = await openProject(context, projectFile, options.dryRun ? 'read' : 'write');
  const source = { file: file(sourceFile, 'read'), ...(options.sheet === undefined ? {} : { sheet: options.sheet }) };
  const preview = await client.call('importing.preview', { ...source, ...(options.kind ? { kind: options.kind } : {}), ...(options.map ? { mapping: { ...options.map } } : {}) });
  const { t } = context;
  if (options.dryRun) {
    const mapping = Object.entries(preview.mapping).map(([field, column]) => [field, column] as const);
    const counts = (['rows', 'create', 'update', 'unchanged', 'reject'] as const).map((name) => [t(`import.${name}`), preview.counts[name]] as const);
    context.print.result(preview, () => `${renderPairs([[t('column.kind'), preview.kind], ...mapping])}\n${renderPairs(counts)}`);
    reportRejected(context, preview.rejected);
    return preview.counts.reject > 0 ? EXIT.partial : EXIT.ok;
  }
  const done = await client.call('importing.apply', { ...source, kind: preview.kind, mapping: preview.mapping });
  context.print.result(done, () => renderPairs([[t('import.create'), done.created], [t('import.update'), done.updated], [t('import.unchanged'), done.unchanged], [t('import.reject'), done.rejected.length]]));
  reportRejected(context, done.rejected);
  return done.rejected.length > 0 ? EXIT.partial : EXIT.ok;
}

export function addImportCommand(program: Command, scope: CommandScope): void {
  const collect = (text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
    const pair = parseColumnPair(text);
    if (!pair) throw usageError(scope.t('usage.columnPair'));
    return { ...before, [pair[0]]: pair[1] };
  };
  addCommand(program, scope, 'import <file> <source>', 'import.about')
    .addOption(describedOption(scope, '--kind <kind>', 'option.importKind').choices(IMPORT_KINDS))
    .addOption(describedOption(scope, '--map <field=column>', 'option.map').argParser(collect))
    .addOption(describedOption(scope, '--sheet <name>', 'option.sheet'))
    .addOption(describedOption(scope, '--dry-run', 'option.dryRun'))
    .action(run(scope, importFile));
}
