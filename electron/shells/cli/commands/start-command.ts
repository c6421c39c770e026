import { resolve } from 'node:path';
import type { Command } from 'commander';
import { chooseShell } from '../../start.ts';
import { addCommand, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { serve } from './serve-command.ts';

/** The desktop shell where it can run, else the web shell; the reason is always said. */
async function start(context: CommandContext, file: string | undefined): Promise<number | void> {
  const { desktop, io } = context;
  const choice = chooseShell({ platform: process.platform, env: io.env, electronPath: desktop.electronPath(), uid: process.getuid?.() });
  if (choice.shell === 'desktop') {
    context.print.message(context.t('start.desktop'));
    return desktop.run(choice.electronPath, file === undefined ? undefined : resolve(file));
  }
  context.print.message(context.t(`start.${choice.reason}`));
  return serve(context, file, { port: 0, open: true });
}

export function addStartCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'start [file]', 'start.about').action(run(scope, start));
}
