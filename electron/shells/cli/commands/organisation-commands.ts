import type { Command } from 'commander';
import { formatBytes, formatCount } from '../../../../shared/i18n/format.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';

interface ListOptions {
  readonly text?: string;
  readonly limit?: number;
}

async function listDepartments(context: CommandContext, file: string, options: ListOptions): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const page = await allPages((input) => client.call('organisation.listDepartments', { ...input, text: options.text ?? '' }), options.limit);
  const { t, language } = context;
  context.print.list(page.rows, page, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.name'), cell: (row) => row.name },
    { header: t('column.code'), cell: (row) => row.code },
    { header: t('column.systems'), cell: (row) => formatCount(language, row.systemCount), align: 'right' },
    { header: t('column.servers'), cell: (row) => formatCount(language, row.serverCount), align: 'right' },
  ]);
}

async function listSystems(context: CommandContext, file: string, options: ListOptions): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const page = await allPages((input) => client.call('organisation.listSystems', { ...input, text: options.text ?? '' }), options.limit);
  const { t, language } = context;
  context.print.list(page.rows, page, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.name'), cell: (row) => row.name },
    { header: t('column.department'), cell: (row) => row.departmentName },
    { header: t('column.criticality'), cell: (row) => row.criticality },
    { header: t('column.servers'), cell: (row) => formatCount(language, row.serverCount), align: 'right' },
    { header: t('column.vcpu'), cell: (row) => formatCount(language, row.vcpuCount), align: 'right' },
    { header: t('column.memory'), cell: (row) => formatBytes(language, row.memBytes), align: 'right' },
  ]);
}

export function addOrganisationCommands(program: Command, scope: CommandScope): void {
  for (const [name, list] of [['department', listDepartments], ['system', listSystems]] as const) {
    const group = addCommand(program, scope, name, `${name}.about`);
    addCommand(group, scope, 'list <file>', `${name}.list`)
      .addOption(describedOption(scope, '--text <words>', 'option.text'))
      .addOption(numberOption(scope, '--limit <count>', 'option.limit', { min: 1, max: 1_000_000 }))
      .action(run(scope, list));
  }
}
