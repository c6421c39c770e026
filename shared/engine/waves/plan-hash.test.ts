import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { problemHashOf } from './plan-hash.ts';
import { itemOf, problemOf } from './problem.fixture.ts';
import { byteShares, effortShares } from './span-shares.ts';

it('P04 hashes the meaning, not the order', () => {
  const [one, other] = [problemOf([itemOf('a'), itemOf('b')]), problemOf([itemOf('b'), itemOf('a')])];
  expect(problemHashOf(one)).toBe(problemHashOf(other));
  expect(problemHashOf(one)).toMatch(/^[0-9a-f]{64}$/);
  expect(problemHashOf(problemOf([itemOf('a'), itemOf('b', { serverCount: 3 })]))).not.toBe(problemHashOf(one));
});

it('writes canonical JSON: sorted members and lists, no undefined, one zero', () => {
  expect(canonicalJson({ b: [3, 1, 2], a: undefined, c: { z: -0, y: 'é"' } })).toBe('{"b":[1,2,3],"c":{"y":"é\\"","z":0}}');
});

it('spreads work and bytes into whole shares that add up', () => {
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 26 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), days, fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (milli, openDays, bytes) => {
      const shares = effortShares(milli, openDays);
      const parts = byteShares(bytes, openDays.length);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(milli);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(bytes);
      expect([...shares, ...parts].every((share) => Number.isSafeInteger(share) && share >= 0)).toBe(true);
      if (openDays.some((count) => count > 0)) expect(shares.every((share, position) => share === 0 || (openDays[position] ?? 0) > 0)).toBe(true);
    }),
  );
});
