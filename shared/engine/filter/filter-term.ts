import type { ServerField } from '../../model/server.ts';

export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/**
 * One condition; all terms of a filter must hold.
 * - `words`: the text occurs somewhere in the row;
 * - `contains`: the field's text holds one of the values (`os:kylin,uos`), case ignored;
 * - `compare`: exact text, or a number in the base unit of the field (bytes, ratio 0..1, seconds);
 * - `unknown`: the field has no value (`mem:?`).
 */
export type FilterTerm =
  | { readonly kind: 'words'; readonly negated: boolean; readonly text: string }
  | { readonly kind: 'contains'; readonly negated: boolean; readonly field: ServerField; readonly values: readonly string[] }
  | { readonly kind: 'compare'; readonly negated: boolean; readonly field: ServerField; readonly comparison: Comparison; readonly value: string | number }
  | { readonly kind: 'unknown'; readonly negated: boolean; readonly field: ServerField };

/** Where a filter text cannot be understood; `at` counts UTF-16 units from its start. */
export interface FilterProblem {
  readonly at: number;
  readonly reason: 'unknownField' | 'missingValue' | 'notANumber' | 'notComparable' | 'openQuote';
  readonly text: string;
}

export type FilterResult = { readonly ok: true; readonly terms: readonly FilterTerm[] } | { readonly ok: false; readonly problem: FilterProblem };
