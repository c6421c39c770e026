import { expect, test } from 'vitest';
import { filterProblem, soundFilter } from './sound-filter.ts';

test('a filter that is understood is read as typed', () => {
  expect(soundFilter('os:kylin mem>64G')).toBe('os:kylin mem>64G');
  expect(filterProblem('')).toBeUndefined();
});

test('what stands before the term that is not understood still filters', () => {
  expect(soundFilter('mem>64G bogus:1')).toBe('mem>64G');
  expect(soundFilter('os:kylin mem>apples')).toBe('os:kylin');
  expect(filterProblem('mem>64G bogus:1')).toMatchObject({ at: 8, reason: 'unknownField' });
});

test('nothing understood is no filter', () => {
  expect(soundFilter('bogus:1')).toBe('');
  expect(soundFilter('"open')).toBe('');
});
