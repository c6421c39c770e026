import { expect, test } from 'vitest';
import { createPace, createPacer, defaultPace, isLoopback } from './pacer.ts';

test('handshakes are spaced evenly, without a burst after a lull', () => {
  let now = 0;
  const pacer = createPacer(4, () => now);
  expect([pacer.reserve(), pacer.reserve(), pacer.reserve()]).toEqual([0, 250, 500]);
  now = 10_000;
  expect([pacer.reserve(), pacer.reserve()]).toEqual([0, 250]);
});

test('the pace follows a change, and the hosts behind one bastion share a pace of its own', () => {
  let perSecond = 10;
  const pace = createPace(() => perSecond, () => 0);
  expect([pace.reserve(undefined), pace.reserve(undefined)]).toEqual([0, 100]);
  perSecond = 100;
  expect([pace.reserve('gate-a'), pace.reserve('gate-a'), pace.reserve('gate-a'), pace.reserve('gate-b')]).toEqual([200, 210, 250, 230]);
});

test.each([[1, 4], [8, 16], [16, 32], [200, 40]])('concurrency %i paces at %i a second', (concurrency, pace) => {
  expect(defaultPace(concurrency)).toBe(pace);
});

test('only this machine is loopback', () => {
  expect(['127.0.0.1', '127.9.8.7', '::1', 'LOCALHOST'].every(isLoopback)).toBe(true);
  expect(['10.0.0.1', '127.example', '128.0.0.1', '::2', ''].some(isLoopback)).toBe(false);
});
