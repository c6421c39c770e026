import { expect, test } from 'vitest';
import { sizingParamShow } from './sizing-params.ts';

test.each([['cpuRatio', 0.2, 'ratio'], ['requiredMemBytes', 1, 'bytes'], ['requiredVcpu', 2.5, 'number'], ['flavour', 'x1', 'text'], ['percentile', 'p95', 'text']] as const)('%s is shown as %s', (key, value, show) => {
  expect(sizingParamShow(key, value)).toBe(show);
});
