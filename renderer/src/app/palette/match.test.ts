import { expect, test } from 'vitest';
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

test('search words cannot become filter grammar', () => {
  expect(wordsFilter('os:"kylin" !x')).toBe('"os: kylin  !x"');
});
