import { SERVER_FIELDS, type ServerFieldSpec } from '../../model/server.ts';
import type { Comparison, FilterProblem, FilterResult, FilterTerm } from './filter-term.ts';
import { isQuantity, parseQuantity } from './parse-quantity.ts';
import { splitList, splitTokens, unquote, type FilterToken } from './split-tokens.ts';

const FIELDS: ReadonlyMap<string, ServerFieldSpec> = new Map(SERVER_FIELDS.map((field) => [field.filterName, field]));
/** A field name, an operator, the rest. Names are Latin; a text in quotes never starts one. */
const CONDITION = /^([a-z][a-z0-9]*)(:|>=|<=|=|>|<)(.*)$/is;

type TermResult = { readonly term: FilterTerm } | { readonly problem: FilterProblem };

function isProblem(result: TermResult): result is { readonly problem: FilterProblem } {
  return 'problem' in result;
}

function compareTerm(spec: ServerFieldSpec, comparison: Comparison, given: string, negated: boolean, at: number): TermResult {
  const field = spec.key;
  if (isQuantity(spec.type)) {
    const value = parseQuantity(given, spec.type);
    return value === undefined ? { problem: { at, reason: 'notANumber', text: given } } : { term: { kind: 'compare', negated, field, comparison, value } };
  }
  if (comparison !== '=' && spec.type !== 'instant') return { problem: { at, reason: 'notComparable', text: spec.filterName } };
  return { term: { kind: 'compare', negated, field, comparison, value: given } };
}

function fieldTerm(spec: ServerFieldSpec, operator: string, rest: string, negated: boolean, at: number): TermResult {
  const field = spec.key;
  if (rest === '') return { problem: { at, reason: 'missingValue', text: spec.filterName } };
  if (rest === '?' && (operator === ':' || operator === '=')) return { term: { kind: 'unknown', negated, field } };
  if (operator === ':' && !isQuantity(spec.type)) {
    const values = splitList(rest).map(unquote).filter((value) => value !== '');
    return values.length === 0 ? { problem: { at, reason: 'missingValue', text: spec.filterName } } : { term: { kind: 'contains', negated, field, values } };
  }
  const comparison = operator === ':' ? '=' : (operator as Comparison);
  return compareTerm(spec, comparison, unquote(rest), negated, at);
}

function parseToken(token: FilterToken): TermResult | undefined {
  const negated = token.text.startsWith('!') && token.text.length > 1;
  const body = negated ? token.text.slice(1) : token.text;
  const match = CONDITION.exec(body);
  if (!match) {
    const text = unquote(body);
    return text === '' ? undefined : { term: { kind: 'words', negated, text } };
  }
  const [, name = '', operator = '', rest = ''] = match;
  const spec = FIELDS.get(name.toLowerCase());
  const at = token.at + (negated ? 1 : 0);
  if (!spec) return { problem: { at, reason: 'unknownField', text: name } };
  const result = fieldTerm(spec, operator, rest, negated, at + name.length + operator.length);
  return result;
}

/**
 * The filter language of the server list: `os:kylin mem>64G !dept:财政 cpu<20% "free words" state:failed`.
 * Field names are the `filterName`s of SERVER_FIELDS; `:` finds a part of a text (or, of a number, the very value),
 * `= > >= < <=` compare; `a,b` means either; `!` turns a term round; `?` means no value. Never throws.
 */
export function parseFilter(text: string): FilterResult {
  const { tokens, openQuoteAt } = splitTokens(text);
  if (openQuoteAt !== undefined) return { ok: false, problem: { at: openQuoteAt, reason: 'openQuote', text: text.slice(openQuoteAt, openQuoteAt + 40) } };
  const terms: FilterTerm[] = [];
  for (const token of tokens) {
    const result = parseToken(token);
    if (!result) continue;
    if (isProblem(result)) return { ok: false, problem: result.problem };
    terms.push(result.term);
  }
  return { ok: true, terms };
}
