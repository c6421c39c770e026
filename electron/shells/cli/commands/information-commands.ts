import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import { ACCOUNT_NAME, PROBE_PLATFORMS, type ProbePlatform } from '../../../../shared/model/probe-platform.ts';
import { collectorSheet } from '../collector-reference.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { JSON_SHAPES, jsonSchemaOf } from '../json-shapes.ts';
import { openProject } from '../open-project.ts';
import { renderTable } from '../output/table.ts';
import { toldUsageError } from '../parse/told-usage-error.ts';

async function doctor(context: CommandContext, file: string | undefined): Promise<number> {
  const { client } = file === undefined ? await context.session() : await openProject(context, file, 'read');
  const answer = await client.call('diagnostics.examine', {});
  const { t } = context;
  context.print.result(answer, () => renderTable(answer.checks, [{ header: t('column.check'), cell: (row) => row.name }, { header: t('column.state'), cell: (row) => row.state }, { header: t('column.detail'), cell: (row) => Object.entries(row.detail).map(([name, value]) => `${name}=${value}`).join(' ') }], { cut: false }));
  return answer.checks.some((check) => check.state === 'failed') ? EXIT.unexpected : EXIT.ok;
}

interface ScriptOptions { readonly platform: ProbePlatform; readonly sheet?: true }

async function script(context: CommandContext, { platform, sheet }: ScriptOptions): Promise<void> {
  const { client } = await context.session();
  const answer = await client.call('scan.getScript', { platform });
  context.print.result(answer, () => (sheet ? `${collectorSheet(answer, context.language).join('\n')}\n` : answer.script));
  context.print.message(`SHA-256 ${answer.sha256}`);
}

async function sudoers(context: CommandContext, account: string, { commands }: { readonly commands?: true }): Promise<void> {
  if (!ACCOUNT_NAME.test(account)) throw toldUsageError(context.print, context.t('usage.account'));
  const { client } = await context.session();
  const { sudoers: texts } = await client.call('scan.getScript', { account });
  context.print.result(texts, () => (commands ? texts?.commands : texts?.script) ?? '');
}

async function schema(context: CommandContext, words: readonly string[]): Promise<void> {
  const name = words.join(' ');
  const shapes = Object.entries(JSON_SHAPES).filter(([command]) => name === '' || command === name);
  if (shapes.length === 0) throw new AppError('record.not_found', { id: name, candidates: Object.keys(JSON_SHAPES) });
  const schemas = Object.fromEntries(shapes.map(([command, shape]) => [command, jsonSchemaOf(shape)]));
  const [only] = Object.values(schemas);
  const value = name === '' ? schemas : only;
  context.print.result(value, () => `${JSON.stringify(value, null, 2)}\n`);
}

export function addInformationCommands(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'doctor [file]', 'doctor.about').action(run(scope, doctor));
  addCommand(program, scope, 'script', 'script.about')
    .addOption(describedOption(scope, '--platform <platform>', 'script.platform').choices(PROBE_PLATFORMS).default('linux'))
    .addOption(describedOption(scope, '--sheet', 'script.sheet'))
    .action(run(scope, script));
  addCommand(program, scope, 'sudoers <account>', 'sudoers.about').addOption(describedOption(scope, '--commands', 'sudoers.commands')).action(run(scope, sudoers));
  addCommand(program, scope, 'schema [command...]', 'schema.about').action(run(scope, schema));
}
