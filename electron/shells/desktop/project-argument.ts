import { isAbsolute, resolve } from 'node:path';

/** The project file among the arguments of a start, as an absolute path; switches and everything else are ignored. */
export function projectArgument(argv: readonly string[], workingDirectory: string): string | undefined {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.landfall'));
  if (named === undefined) return undefined;
  return isAbsolute(named) ? named : resolve(workingDirectory, named);
}
