import { Option, type Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { parseWholeNumber } from './parse/whole-number.ts';
import { usageError } from './parse/usage-error.ts';
import type { CliText, Translate } from './translator.ts';

/** Where a command leaves its exit code for `runCli`. */
export interface CommandScope {
  readonly context: CommandContext;
  readonly t: Translate;
  setExitCode(code: number): void;
}

/** Adds a command with its translated description. `usage` is commander's: name and arguments. */
export function addCommand(parent: Command, scope: CommandScope, usage: string, about: CliText): Command {
  return parent.command(usage).description(scope.t(about));
}

export function describedOption(scope: CommandScope, flags: string, about: CliText): Option {
  return new Option(flags, scope.t(about));
}

/** An option that takes a whole number within limits. */
export function numberOption(scope: CommandScope, flags: string, about: CliText, limits: { min: number; max: number }): Option {
  return describedOption(scope, flags, about).argParser((text: string) => {
    const value = parseWholeNumber(text, limits);
    if (value === undefined) throw usageError(scope.t('usage.wholeNumber', limits));
    return value;
  });
}

/** Turns a typed function into commander's action; its arguments come first, its options last. */
export function run(scope: CommandScope, work: (context: CommandContext, ...values: never[]) => Promise<number | void>): (...values: unknown[]) => Promise<void> {
  return async (...values) => {
    // commander hands (…arguments, options, command); their types are those declared beside each command.
    scope.setExitCode((await work(scope.context, ...(values.slice(0, -1) as never[]))) ?? 0);
  };
}
