import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PROBE_PLATFORMS } from '../../../../shared/model/probe-platform.ts';
import { addCommand, run, type CommandScope } from '../command-builder.ts';
import { cliReference } from '../cli-reference.ts';
import { collectorReference } from '../collector-reference.ts';
import { createTranslate } from '../translator.ts';

/** `npm run docs`: writes the reference of the command line and the sheet of the probe beside the other documents. */
export function addDocsCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'docs [folder]', 'docs.about').action(
    run(scope, async (context, folder: string | undefined) => {
      const { client } = await context.session();
      const sheets = await Promise.all(PROBE_PLATFORMS.map((platform) => client.call('scan.getScript', { platform })));
      const pages = [['cli.md', cliReference(program, createTranslate('en'))], ['collector.md', collectorReference(sheets, 'en')]] as const;
      for (const [name, text] of pages) {
        const path = join(folder ?? 'docs', name);
        await writeFile(path, text);
        context.print.message(path);
      }
    }),
  );
}
