import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { addCommand, run, type CommandScope } from '../command-builder.ts';
import { cliReference } from '../cli-reference.ts';
import { createTranslate } from '../translator.ts';

/** `npm run docs`: writes the reference of the command line beside the other documents. */
export function addDocsCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'docs [folder]', 'docs.about').action(
    run(scope, async (context, folder: string | undefined) => {
      const path = join(folder ?? 'docs', 'cli.md');
      await writeFile(path, cliReference(program, createTranslate('en')));
      context.print.message(path);
    }),
  );
}
