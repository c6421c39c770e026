import { expect, test } from 'vitest';
import { PROGRESS_URL } from './progress-search.ts';

test('reading what was written gives the same view', () => {
  const search = { tab: 'systems', measure: 'servers', text: 'x', states: ['planned', 'accepted'], late: true, wave: 3, system: 's1' } as const;
  expect(PROGRESS_URL.read(PROGRESS_URL.write(search))).toEqual(search);
});

test('the default view is written as nothing, nonsense is left out', () => {
  expect(Object.values(PROGRESS_URL.write(PROGRESS_URL.read({ wave: '-1', states: 'toString', late: '1' }))).filter(Boolean)).toEqual([]);
});
