import { InvalidArgumentError } from 'commander';

/** A mistake in the command line: exit code 2, told with the name of the option. */
export function usageError(sentence: string): InvalidArgumentError {
  return new InvalidArgumentError(sentence);
}
