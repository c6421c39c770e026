import { expect, test } from 'vitest';
import { quietForMs } from './quiet-hours.ts';

const at = (text: string) => new Date(text);
const work = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' };
const night = { days: [7], from: '22:00', to: '02:30' };
const HOUR = 3_600_000;

test('C03 scanning waits until the window ends, by the wall clock', () => {
  // 2026-11-23 is a Monday.
  expect(quietForMs(at('2026-11-23T07:59:59'), [work])).toBe(0);
  expect(quietForMs(at('2026-11-23T08:00:00'), [work])).toBe(10 * HOUR);
  expect(quietForMs(at('2026-11-23T17:59:30.500'), [work])).toBe(29_500);
  expect(quietForMs(at('2026-11-23T18:00:00'), [work])).toBe(0);
  expect(quietForMs(at('2026-11-28T12:00:00'), [work])).toBe(0);
});

test('a window past midnight belongs to the day it begins on, and windows that join count as one', () => {
  expect(quietForMs(at('2026-11-29T21:59:00'), [night])).toBe(0);
  expect(quietForMs(at('2026-11-29T23:00:00'), [night])).toBe(3.5 * HOUR);
  expect(quietForMs(at('2026-11-30T02:00:00'), [night])).toBe(0.5 * HOUR);
  expect(quietForMs(at('2026-11-30T02:30:00'), [night])).toBe(0);
  expect(quietForMs(at('2026-11-30T02:00:00'), [night, { days: [1], from: '02:30', to: '04:00' }])).toBe(2 * HOUR);
});

test('a whole day, and a week without a gap', () => {
  const always = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' };
  expect(quietForMs(at('2026-11-23T12:00:00'), [{ ...always, days: [1] }])).toBe(12 * HOUR);
  expect(quietForMs(at('2026-11-23T12:00:00'), [always])).toBeGreaterThanOrEqual(7 * 24 * HOUR);
});
