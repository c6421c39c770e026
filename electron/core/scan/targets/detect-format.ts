import { sniffCsvDelimiter } from './parse-csv.ts';

export type TargetFormat = 'csv' | 'list' | 'ssh-config';

/** Names the form of a text: a table when its first line is a header with a host column, an ssh config by its keyword. */
export function detectFormat(text: string): TargetFormat {
  if (sniffCsvDelimiter(text) !== undefined) return 'csv';
  return /^[ \t]{0,8}(?:Host|Match|Include)[ \t=]/im.test(text.slice(0, 65_536)) ? 'ssh-config' : 'list';
}
