import type { Command } from 'commander';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext, CoreSession, WebServerLike } from '../command-context.ts';

interface ServeOptions {
  readonly port: number;
  readonly ipv6?: boolean;
  readonly open: boolean;
}

async function openProjectFile({ client, file }: CoreSession, path: string | undefined): Promise<void> {
  if (path !== undefined) await client.call('project.open', { file: file(path, 'write') });
}

/** The browser gets the path of a private page, never the launch address itself: arguments are readable by every account. */
async function launch(context: CommandContext, server: WebServerLike, open: boolean): Promise<void> {
  if (open && (await context.openInBrowser(await server.newRedirectFile()))) context.print.message(context.t('serve.opened', { origin: server.origin }));
  const url = server.newLaunchUrl();
  context.print.result({ url }, () => `${url}\n`);
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Serves the core of this process to the browser until the user ends it. */
export async function showInBrowser(context: CommandContext, session: CoreSession, options: ServeOptions): Promise<void> {
  const server = await context.startWeb({ core: session.core, port: options.port, ipv6: options.ipv6 ?? false });
  try {
    context.print.message(context.t(context.interactive() ? 'serve.listeningWithKeys' : 'serve.listening', { origin: server.origin }));
    await launch(context, server, options.open);
    const stop = context.interactive() ? context.io.stdin.onLine(() => void launch(context, server, false)) : undefined;
    await interrupted(context.interruption.signal);
    stop?.();
  } finally {
    await server.close();
  }
}

/** Serves until the first interruption. */
export async function serve(context: CommandContext, file: string | undefined, options: ServeOptions): Promise<void> {
  const session = await context.session('web');
  await openProjectFile(session, file);
  await showInBrowser(context, session, options);
}

export function addServeCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'serve [file]', 'serve.about')
    .addOption(numberOption(scope, '--port <number>', 'option.servePort', { min: 0, max: 65535 }).default(0))
    .addOption(describedOption(scope, '--ipv6', 'option.ipv6'))
    .addOption(describedOption(scope, '--no-open', 'option.noOpen'))
    .action(run(scope, serve));
}
