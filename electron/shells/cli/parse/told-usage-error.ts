import type { InvalidArgumentError } from 'commander';
import type { Printer } from '../output/printer.ts';
import { usageError } from './usage-error.ts';

/** A mistake found only when the command already runs: commander prints nothing any more, so it is said here. Exit code 2. */
export function toldUsageError(print: Pick<Printer, 'message'>, sentence: string): InvalidArgumentError {
  print.message(sentence);
  return usageError(sentence);
}
