import { expect, test } from 'vitest';
import { retryable, runParts } from './run-parts.ts';

const counts = { total: 10, queued: 1, running: 2, done: 4, partial: 1, failed: 1, skipped: 1 };

test('the parts of a run add up to the whole', () => {
  expect(runParts(counts).reduce((sum, part) => sum + part.ratio, 0)).toBeCloseTo(1);
  expect(runParts(counts).map(({ state, count }) => [state, count])).toEqual([['done', 4], ['partial', 1], ['failed', 1], ['skipped', 1], ['running', 2], ['queued', 1]]);
  expect(runParts({ ...counts, total: 0 }).every(({ ratio }) => ratio === 0)).toBe(true);
});

test('a retry takes up failed and untried targets', () => {
  expect(retryable(counts)).toBe(2);
});
