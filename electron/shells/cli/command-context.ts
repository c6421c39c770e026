import type { Client } from '../../../shared/contract/client.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { Core } from '../../core/app/index.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { FileToken, JobId } from '../../../shared/kernel/ids.ts';
import type { CliIo } from './cli-io.ts';
import type { DesktopLauncher } from './desktop-launcher.ts';
import type { Interruption } from './interruption.ts';
import type { Printer } from './output/printer.ts';
import type { Translate } from './translator.ts';

/** Options that stand before or behind every command. */
export interface GlobalOptions {
  json: boolean;
  jsonl: boolean;
  /** false: never ask anything. */
  input: boolean;
}

/** What the web shell offers the `serve` command; handed in, because a shell does not import another one. */
export interface WebServerLike {
  readonly origin: string;
  newLaunchUrl(): string;
  newRedirectFile(): Promise<string>;
  close(): Promise<void>;
}
export type StartWeb = (options: { core: Core; port: number; ipv6: boolean }) => Promise<WebServerLike>;

/** The core of this process and its files; closed by `runCli` when the command is over. */
export interface CoreSession {
  readonly core: Core;
  readonly client: Client;
  /** A path of the command line as the contract names it. */
  readonly file: (path: string, access: 'read' | 'write') => FileToken;
}

/** What a command may use. */
export interface CommandContext {
  readonly io: CliIo;
  readonly t: Translate;
  readonly language: Language;
  readonly globals: GlobalOptions;
  readonly print: Printer;
  readonly interruption: Interruption;
  readonly startWeb: StartWeb;
  readonly openInBrowser: (path: string) => Promise<boolean>;
  readonly desktop: DesktopLauncher;
  session(shell?: 'cli' | 'web'): Promise<CoreSession>;
  /** Waits for a job, shows its progress on stderr, and throws its error. */
  finish(client: Client, jobId: JobId): Promise<Job>;
  /** May a person be asked? */
  readonly interactive: () => boolean;
  today(): string;
}

/** A command's work; the number is its exit code (default 0). */
export type CommandRun<Arguments extends readonly unknown[]> = (context: CommandContext, ...values: Arguments) => Promise<number | void>;
