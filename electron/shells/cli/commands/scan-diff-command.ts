import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { scanRunIdSchema } from '../../../../shared/kernel/ids.ts';
import { describeHostError } from '../../../../shared/i18n/describe-error.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
}

type DiffRow = OutputOf<'scan.listDiff'>['rows'][number];

async function diff(context: CommandContext, file: string, options: DiffOptions): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const runId = options.to === undefined ? (await client.call('scan.listRuns', {})).runs[0]?.id : scanRunIdSchema.parse(options.to);
  if (runId === undefined) throw new AppError('record.not_found', { kind: 'scan-run', id: '' });
  const page = await allPages((input) => client.call('scan.listDiff', { ...input, runId, ...(options.from === undefined ? {} : { fromRunId: scanRunIdSchema.parse(options.from) }) }));
  const { t, language } = context;
  const detail = (row: DiffRow): string => (row.code === null ? row.changes.map(({ field, from, to }) => `${field}: ${String(from ?? '-')} -> ${String(to ?? '-')}`).join('; ') : describeHostError(language, row.code, { host: row.hostname }).title);
  context.print.list(page.rows, page, [
    { header: t('column.state'), cell: (row) => t(`diff.${row.kind}`) },
    { header: t('column.host'), cell: (row) => row.hostname },
    { header: t('column.department'), cell: (row) => row.departmentName },
    { header: t('column.detail'), cell: detail },
  ]);
  if (page.counts.notAsked > 0) context.print.message(t('diff.notAsked', { count: page.counts.notAsked }));
}

/** Under `scan`, whose own argument is a project file. */
export function addScanDiffCommand(scan: Command, scope: CommandScope): void {
  addCommand(scan, scope, 'diff <file>', 'scanDiff.about')
    .addOption(describedOption(scope, '--from <run>', 'option.diffFrom'))
    .addOption(describedOption(scope, '--to <run>', 'option.diffTo'))
    .action(run(scope, diff));
}
