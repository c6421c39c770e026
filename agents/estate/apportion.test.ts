import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('apportion', () => {
  it('gives by weight and keeps the least shares', () => {
    expect(apportion(10, [8, 1, 1], [1, 1, 1])).toEqual([6, 2, 2]);
    expect(apportion(6, [5, 1], [0, 0], 4)).toEqual([4, 2]);
  });

  it('always hands out exactly the total', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 2000 }), (weights, extra) => {
      const shares = apportion(weights.length + extra, weights, weights.map(() => 1));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(weights.length + extra);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
    }));
  });
});
