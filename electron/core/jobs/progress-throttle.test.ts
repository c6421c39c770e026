import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgressThrottle } from './progress-throttle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  let sent = 0;
  const throttle = createProgressThrottle(() => (sent += 1), () => Date.now());
  return { throttle, sent: () => sent };
}

test('at most eight a second', () => {
  const { throttle, sent } = setUp();
  for (let step = 0; step < 1000; step += 1) {
    throttle.request();
    vi.advanceTimersByTime(1);
  }
  expect(sent()).toBeLessThanOrEqual(9);
  expect(sent()).toBeGreaterThanOrEqual(7);
});

test('what waits is sent after the gap, or at once by flush', () => {
  const { throttle, sent } = setUp();
  throttle.request();
  throttle.request();
  expect(sent()).toBe(1);
  throttle.flush();
  expect(sent()).toBe(2);
  throttle.flush();
  expect(sent()).toBe(2);
});
