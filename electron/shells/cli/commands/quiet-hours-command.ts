import type { Command } from 'commander';
import type { QuietWindow } from '../../../../shared/model/scan.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderTable } from '../output/table.ts';
import { formatQuietWindow, parseQuietWindow } from '../parse/quiet-window.ts';
import { usageError } from '../parse/usage-error.ts';

interface QuietHoursOptions {
  readonly set?: readonly QuietWindow[];
  readonly clear?: boolean;
}

async function quietHours(context: CommandContext, file: string, { set, clear }: QuietHoursOptions): Promise<void> {
  const wanted = clear ? [] : set;
  const { client } = await openProject(context, file, wanted ? 'write' : 'read');
  const answer = wanted ? await client.call('scan.saveSettings', { settings: { quietHours: [...wanted] } }) : await client.call('scan.getSettings', {});
  context.print.result(answer, () => renderTable(answer.settings.quietHours, [{ header: context.t('column.quietHours'), cell: formatQuietWindow }], { cut: false }));
}

export function addQuietHoursCommand(project: Command, scope: CommandScope): void {
  const window = (text: string, before: readonly QuietWindow[] = []): readonly QuietWindow[] => {
    const parsed = parseQuietWindow(text);
    if (!parsed) throw usageError(scope.t('usage.quietWindow'));
    return [...before, parsed];
  };
  addCommand(project, scope, 'quiet-hours <file>', 'project.quietHours')
    .addOption(describedOption(scope, '--set <window...>', 'option.setQuietHours').argParser(window).conflicts('clear'))
    .addOption(describedOption(scope, '--clear', 'option.clearQuietHours'))
    .action(run(scope, quietHours));
}
