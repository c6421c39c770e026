import { expect, test } from 'vitest';
import { ScanProgress } from './scan-progress.ts';

test('pace and end come from this attempt, the fraction from the whole run', () => {
  let now = 0;
  const progress = new ScanProgress(100, 50, () => now);
  expect(progress.show('scan', null)).toMatchObject({ fraction: 0.5, done: 50, ratePerSecond: null, etaSeconds: null });
  for (let second = 1; second <= 10; second += 1) {
    now = second * 1000;
    progress.finishedOne();
  }
  const shown = progress.show('scan', 'web01');
  expect(shown).toMatchObject({ done: 60, total: 100, current: 'web01', fraction: 0.6 });
  expect(shown.ratePerSecond).toBeCloseTo(1);
  expect(shown.etaSeconds?.low).toBeLessThan(40);
  expect(shown.etaSeconds?.high).toBeGreaterThan(40);
});

test('an empty run is whole', () => {
  expect(new ScanProgress(0, 0, () => 0).show('scan', null).fraction).toBe(1);
});
