import type { Table } from './table.ts';
import type { Wording } from './wording.ts';

/** Columns whose values are keys of a word list rather than free text. */
const WORD_COLUMNS: Readonly<Record<string, 'kind' | 'criticality' | 'environment' | 'strategy' | 'trackingState' | 'unassignedReason' | 'scanState' | 'sizingBasis' | 'measure' | 'series' | 'flag' | 'ruleReason'>> = {
  kind: 'kind',
  criticality: 'criticality',
  environment: 'environment',
  strategy: 'strategy',
  strategyReason: 'ruleReason',
  trackingState: 'trackingState',
  unassignedReason: 'unassignedReason',
  scanState: 'scanState',
  sizingBasis: 'sizingBasis',
  measure: 'measure',
  series: 'series',
  classified: 'flag',
  pinned: 'flag',
};

const SUMMARY_WORDS: Readonly<Record<string, 'summary' | 'definition' | 'term'>> = { item: 'summary', term: 'term', definition: 'definition' };
const DECIMALS: Readonly<Record<string, number>> = { decimal: 2, ratio: 4, gibibytes: 2, money: 2 };

/** A cell as a person reads it: words of the language, rounded numbers; numbers stay numbers. */
export function cellText(cell: string | number, column: Table['columns'][number], tableKey: string, wording: Wording): string | number {
  if (typeof cell === 'number') {
    const decimals = DECIMALS[column.kind];
    return decimals === undefined ? cell : Number(cell.toFixed(decimals));
  }
  const group = tableKey === 'summary' || tableKey === 'definitions' ? SUMMARY_WORDS[column.key] : WORD_COLUMNS[column.key];
  return group === undefined ? cell : wording.word(group, cell);
}
