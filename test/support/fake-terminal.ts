import type { CliIo, TextOutput } from '../../electron/shells/cli/cli-io.ts';
import { runCli, type CliOptions } from '../../electron/shells/cli/run-cli.ts';
import { createCore, type Core } from '../../electron/core/app/index.ts';

export interface TerminalOptions {
  readonly tty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** What stdin holds. */
  readonly stdin?: string;
  /** Answers to questions, in order; a question without an answer fails the test. */
  readonly answers?: readonly string[];
  readonly startWeb?: CliOptions['startWeb'];
  readonly now?: () => Date;
}

export interface TerminalRun {
  readonly exitCode: Promise<number>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly questions: readonly string[];
  readonly ended: readonly number[];
  readonly opened: readonly string[];
  interrupt(): void;
  /** Resolves when stdout or stderr shows the text. */
  shows(text: string): Promise<void>;
}

function outputs(tty: boolean): { stream: TextOutput; text: () => string; onText: (listener: () => void) => void } {
  const chunks: string[] = [];
  const listeners: (() => void)[] = [];
  return {
    stream: {
      write: (text) => {
        chunks.push(text);
        for (const listener of listeners) listener();
      },
      isTTY: tty,
      columns: tty ? 80 : undefined,
    },
    text: () => chunks.join(''),
    onText: (listener) => void listeners.push(listener),
  };
}

/** Runs the CLI in this process as if typed at a terminal (or into a pipe), with its data below `dataDir`. */
export function typeCommand(dataDir: string, argv: readonly string[], options: TerminalOptions = {}): TerminalRun {
  const [out, err] = [outputs(options.tty ?? false), outputs(options.tty ?? false)];
  const interruptions = new Set<() => void>();
  const [questions, ended, opened, answers] = [[] as string[], [] as number[], [] as string[], [...(options.answers ?? [])]];
  const io: CliIo = {
    stdout: out.stream,
    stderr: err.stream,
    stdin: {
      isTTY: options.tty ?? false,
      readAll: () => Promise.resolve(Buffer.from(options.stdin ?? '')),
      ask: (question) => {
        questions.push(question);
        const answer = answers.shift();
        return answer === undefined ? Promise.reject(new Error(`No answer for "${question}"`)) : Promise.resolve(answer);
      },
      onLine: () => () => undefined,
    },
    env: options.env ?? {},
    onInterrupt: (listener) => {
      interruptions.add(listener);
      return () => interruptions.delete(listener);
    },
    exitNow: (code) => void ended.push(code),
  };
  const openCore = (shell: 'cli' | 'web'): Core => createCore({ shell, dataDir, checkOutput: true, ...(options.now ? { now: options.now } : {}) });
  const desktop = { electronPath: () => undefined, run: () => Promise.resolve(0) };
  const startWeb = options.startWeb ?? (() => Promise.reject(new Error('this test starts no server')));
  const exitCode = runCli({ argv, io, openCore, startWeb, desktop, openInBrowser: (path) => (opened.push(path), Promise.resolve(true)), now: options.now ?? (() => new Date()), monotonicMs: () => performance.now() });
  return {
    exitCode, questions, ended, opened, stdout: out.text, stderr: err.text,
    interrupt: () => [...interruptions].forEach((listener) => listener()),
    shows: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (out.text().includes(text) || err.text().includes(text)) resolve();
        };
        out.onText(look);
        err.onText(look);
        look();
      }),
  };
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function command(dataDir: string, argv: readonly string[], options: TerminalOptions = {}): Promise<CommandResult> {
  const run = typeCommand(dataDir, argv, options);
  const exitCode = await run.exitCode;
  return { exitCode, stdout: run.stdout(), stderr: run.stderr() };
}
