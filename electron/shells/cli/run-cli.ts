import { CommanderError } from 'commander';
import { EXIT } from '../../../shared/kernel/error-codes.ts';
import { APP_VERSION, type Core } from '../../core/app/index.ts';
import type { CommandContext, CoreSession, GlobalOptions, StartWeb } from './command-context.ts';
import type { CommandScope } from './command-builder.ts';
import type { CliIo } from './cli-io.ts';
import type { DesktopLauncher } from './desktop-launcher.ts';
import { reportError } from './error-report.ts';
import { createInProcessClient } from './in-process-client.ts';
import { watchInterruption } from './interruption.ts';
import { createProgressView } from './job-progress.ts';
import { jobEnd } from './job-watch.ts';
import { createPrinter } from './output/printer.ts';
import { createProgram } from './program.ts';
import { chooseLanguage, createTranslate, type Translate } from './translator.ts';
import { usageMessage } from './usage-message.ts';

export interface CliOptions {
  readonly argv: readonly string[];
  readonly io: CliIo;
  readonly openCore: (shell: 'cli' | 'web') => Core;
  readonly startWeb: StartWeb;
  /** Answers whether something was opened. */
  readonly openInBrowser: (path: string) => Promise<boolean>;
  readonly desktop: DesktopLauncher;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
}

interface Sessions {
  open(shell?: 'cli' | 'web'): Promise<CoreSession>;
  close(): Promise<void>;
}

function createSessions(openCore: CliOptions['openCore']): Sessions {
  let session: CoreSession | undefined;
  return {
    async open(shell = 'cli') {
      if (session) return session;
      const core = openCore(shell);
      session = { core, client: createInProcessClient(core), file: (path, access) => core.files.register(path, access) };
      return session;
    },
    async close() {
      await session?.client.close();
      await session?.core.close();
    },
  };
}

function createContext({ argv, io, startWeb, openInBrowser, desktop, now, monotonicMs }: CliOptions, sessions: Sessions, globals: GlobalOptions): CommandContext {
  const language = chooseLanguage(argv, io.env);
  const t = createTranslate(language);
  const print = createPrinter(io, () => globals);
  const interruption = watchInterruption(io, () => print.message(t('interrupted')));
  return {
    io, t, language, globals, print, interruption, startWeb, openInBrowser, desktop,
    session: (shell) => sessions.open(shell),
    async finish(client, jobId) {
      const view = createProgressView(io, language, monotonicMs);
      try {
        return await jobEnd(jobId, { client, signal: interruption.signal, onProgress: (job) => view.show(job) });
      } finally {
        view.end();
      }
    },
    interactive: () => globals.input && io.stdin.isTTY && io.stderr.isTTY,
    today: () => now().toISOString().slice(0, 10),
  };
}

/** commander has already told the user; only the exit code is left to decide. */
function usageExitCode(error: CommanderError): number {
  return error.exitCode === 0 || error.code === 'commander.help' ? EXIT.ok : EXIT.usage;
}

/** Runs one command line from beginning to end. Never throws; the answer is the exit code. */
export async function runCli(options: CliOptions): Promise<number> {
  const { argv, io } = options;
  const sessions = createSessions(options.openCore);
  const globals: GlobalOptions = { json: false, jsonl: false, input: true };
  const context = createContext(options, sessions, globals);
  let exitCode: number = EXIT.ok;
  const scope: CommandScope = { context, t: context.t, setExitCode: (code) => void (exitCode = code) };
  try {
    const program = createProgram(scope, { version: APP_VERSION, globals });
    configureOutput(program, io, context.t);
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageExitCode(error);
    const report = reportError(context.language, error);
    if (globals.json || globals.jsonl) context.print.message(JSON.stringify({ error: report.payload }));
    else context.print.message(report.text);
    return report.exitCode;
  } finally {
    context.interruption.end();
    await sessions.close();
  }
}

function configureOutput(program: ReturnType<typeof createProgram>, io: CliIo, t: Translate): void {
  const output = {
    writeOut: (text: string) => io.stdout.write(text),
    writeErr: (text: string) => io.stderr.write(text),
    outputError: (text: string) => io.stderr.write(usageMessage(t, text)),
    getOutHelpWidth: () => io.stdout.columns ?? 100,
    getErrHelpWidth: () => io.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
  const visit = (command: typeof program): void => {
    command.configureOutput(output);
    command.commands.forEach(visit);
  };
  visit(program);
}
