import type { CliText, Translate } from './translator.ts';

/** commander's sentences about a mistake, recognised by their fixed parts; the groups become `a` and `b`. */
const SENTENCES: readonly (readonly [RegExp, CliText])[] = [
  [/^error: unknown command '(.*)'$/, 'usage.unknownCommand'],
  [/^error: unknown option '(.*)'$/, 'usage.unknownOption'],
  [/^error: missing required argument '(.*)'$/, 'usage.missingArgument'],
  [/^error: option '(.*)' argument missing$/, 'usage.missingValue'],
  [/^error: required option '(.*)' not specified$/, 'usage.missingOption'],
  [/^error: option '(.*)' cannot be used with option '(.*)'$/, 'usage.conflict'],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /, 'usage.invalidValue'],
  [/^error: too many arguments/, 'usage.tooMany'],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, 'usage.didYouMean'],
];

function translateLine(t: Translate, line: string): string {
  for (const [pattern, key] of SENTENCES) {
    const match = pattern.exec(line);
    if (match) return t(key, { a: match[1] ?? '', b: match[2] ?? '' }) + line.slice(match[0].length).replace(/^Allowed choices are/, t('usage.choices'));
  }
  return line;
}

/** The same mistake in the user's language; a sentence that is not known stays as it is. */
export function usageMessage(t: Translate, text: string): string {
  return text.split('\n').map((line) => translateLine(t, line)).join('\n');
}
