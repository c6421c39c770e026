import { expect, test } from 'vitest';
import { loadFinding, windowDays } from './load-finding.ts';

const percentiles = { p50: 0.1, p90: 0.2, p95: 0.25, p99: 0.5, max: 0.9, mean: 0.12 };

test('p95 in units of the allocation', () => {
  expect(loadFinding({ percentiles }, 16)).toEqual({ p95Ratio: 0.25, p95Amount: 4, allocated: 16 });
  expect(loadFinding({ percentiles }, null).p95Amount).toBeNull();
});

test('a window is counted in started days', () => {
  expect(windowDays({ from: '2026-01-01T00:00:00Z', to: '2026-01-08T00:00:00Z' })).toBe(7);
  expect(windowDays({ from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:05Z' })).toBe(1);
});
