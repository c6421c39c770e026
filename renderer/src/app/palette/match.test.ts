import { expect, test } from 'vitest';
import { parseFilter } from '../../../../shared/engine/filter/parse-filter.ts';
import { bestMatches, matchScore, wordsFilter } from './match.ts';

test('beginnings come before words inside, these before letters in order', () => {
  const items = ['New scan', 'Scan', 'Sign cannon', 'Plan'];
  expect(bestMatches('scan', items, (item) => item)).toEqual(['Scan', 'New scan', 'Sign cannon']);
  expect(bestMatches('', items, (item) => item)).toEqual(items);
});

test('Chinese words are found by any part', () => {
  expect(matchScore('扫描', '新建扫描')).toBeGreaterThan(0);
  expect(matchScore('台账', '新建扫描')).toBe(0);
});

test.each(['os:"kylin" !x', 'CORP\\srv-01', '=HYPERLINK("a","b")', '"'])('search words cannot become filter grammar: %s', (query) => {
  expect(parseFilter(wordsFilter(query))).toEqual({ ok: true, terms: [{ kind: 'words', negated: false, text: query }] });
});
