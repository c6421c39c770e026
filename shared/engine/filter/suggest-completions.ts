import { SERVER_FIELDS, type ServerField } from '../../model/server.ts';
import { splitTokens, unquote } from './split-tokens.ts';

/** What may be completed at the caret: the name of a field, or a value of one. */
export type CompletionPoint =
  | { readonly kind: 'field'; readonly prefix: string; readonly fields: readonly { readonly insert: string; readonly field: ServerField }[] }
  | { readonly kind: 'value'; readonly field: ServerField; readonly prefix: string; readonly before: string };

const VALUE = /^(!?)([a-z][a-z0-9]*)(:|=)(.*)$/is;

/** Looks at the piece of the text that ends at the caret. */
export function completionPointAt(text: string, caret: number): CompletionPoint {
  const piece = splitTokens(text.slice(0, caret)).tokens.findLast((token) => token.at + token.text.length === Math.min(caret, text.length))?.text ?? '';
  const match = VALUE.exec(piece);
  const named = match && SERVER_FIELDS.find((field) => field.filterName === match[2]?.toLowerCase());
  if (match && named) return { kind: 'value', field: named.key, prefix: unquote(match[4] ?? ''), before: `${match[1]}${match[2]}${match[3]}` };
  const mark = piece.startsWith('!') ? '!' : '';
  const prefix = piece.slice(mark.length).toLowerCase();
  const fields = SERVER_FIELDS.filter((field) => field.filterName.startsWith(prefix)).map((field) => ({ insert: `${mark}${field.filterName}:`, field: field.key }));
  return { kind: 'field', prefix, fields };
}

/** A value as it must be typed: in quotes when it holds blanks, commas or quotes. */
export function insertableValue(value: string): string {
  return /[\s",\\?]/.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : value;
}
