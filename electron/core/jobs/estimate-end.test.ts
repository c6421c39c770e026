import { expect, test } from 'vitest';
import { estimateEnd } from './estimate-end.ts';

test('there is no estimate before three points over two seconds', () => {
  expect(estimateEnd([{ atMs: 0, done: 0 }, { atMs: 3000, done: 9 }], 100)).toEqual({ ratePerSecond: null, etaSeconds: null });
  expect(estimateEnd([0, 1, 2].map((step) => ({ atMs: step * 500, done: step })), 100).etaSeconds).toBeNull();
});

test('nothing moves, nothing is promised', () => {
  expect(estimateEnd([0, 1, 2].map((step) => ({ atMs: step * 5000, done: 7 })), 100).etaSeconds).toBeNull();
});

test('a steady pace gives a range around the true end', () => {
  const { ratePerSecond, etaSeconds } = estimateEnd([0, 1, 2, 3, 4].map((step) => ({ atMs: step * 1000, done: step * 10 })), 100);
  expect(ratePerSecond).toBe(10);
  expect(etaSeconds?.low).toBeLessThan(6);
  expect(etaSeconds?.high).toBeGreaterThan(6);
});

test('an uneven pace widens the range', () => {
  const steady = estimateEnd([0, 1, 2, 3, 4].map((step) => ({ atMs: step * 1000, done: step * 10 })), 100).etaSeconds;
  const uneven = estimateEnd([0, 2, 5, 20, 40].map((done, step) => ({ atMs: step * 1000, done })), 100).etaSeconds;
  expect((uneven?.high ?? 0) - (uneven?.low ?? 0)).toBeGreaterThan((steady?.high ?? 0) - (steady?.low ?? 0));
});
