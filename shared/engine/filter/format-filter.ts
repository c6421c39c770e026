import { SERVER_FIELDS, type ServerField } from '../../model/server.ts';
import type { FilterTerm } from './filter-term.ts';

const NAMES: ReadonlyMap<ServerField, string> = new Map(SERVER_FIELDS.map((field) => [field.key, field.filterName]));

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function formatTerm(term: FilterTerm): string {
  const mark = term.negated ? '!' : '';
  if (term.kind === 'words') return `${mark}${quote(term.text)}`;
  const name = NAMES.get(term.field) ?? '';
  if (term.kind === 'unknown') return `${mark}${name}:?`;
  if (term.kind === 'contains') return `${mark}${name}:${term.values.map(quote).join(',')}`;
  return `${mark}${name}${term.comparison}${typeof term.value === 'number' ? String(term.value) : quote(term.value)}`;
}

/** The text of a filter in its plainest form; parsing it gives the same terms. Numbers are written in the base unit. */
export function formatFilter(terms: readonly FilterTerm[]): string {
  return terms.map(formatTerm).join(' ');
}
