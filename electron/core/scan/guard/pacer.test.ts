import { expect, test } from 'vitest';
import { createPacer, defaultPace } from './pacer.ts';

test('handshakes are spaced evenly, without a burst after a lull', () => {
  let now = 0;
  const pacer = createPacer(4, () => now);
  expect([pacer.reserve(), pacer.reserve(), pacer.reserve()]).toEqual([0, 250, 500]);
  now = 10_000;
  expect([pacer.reserve(), pacer.reserve()]).toEqual([0, 250]);
});

test.each([[1, 4], [8, 16], [16, 32], [200, 40]])('concurrency %i paces at %i a second', (concurrency, pace) => {
  expect(defaultPace(concurrency)).toBe(pace);
});
