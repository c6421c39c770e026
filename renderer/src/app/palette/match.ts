import { formatFilter } from '../../../../shared/engine/filter/format-filter.ts';

/** How well `text` answers `query`: 0 = not at all. Words may be given by their beginnings, in any order. */
export function matchScore(query: string, text: string): number {
  const wanted = query.toLowerCase().trim();
  const found = text.toLowerCase();
  if (wanted === '') return 1;
  if (found.startsWith(wanted)) return 4;
  const words = wanted.split(/\s+/);
  if (words.every((word) => found.includes(word))) return found.includes(` ${wanted}`) ? 3 : 2;
  return isSubsequence(wanted.replaceAll(' ', ''), found) ? 1 : 0;
}

function isSubsequence(wanted: string, found: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = found.indexOf(letter, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}

/** The best answers first; equal ones stay in their order. */
export function bestMatches<Item>(query: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item, index) => ({ item, index, score: matchScore(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ item }) => item);
}

/** A piece of filter text that finds these words literally, whatever they contain. */
export function wordsFilter(query: string): string {
  return formatFilter([{ kind: 'words', negated: false, text: query.trim() }]);
}
