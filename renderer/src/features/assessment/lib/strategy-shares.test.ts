import { expect, test } from 'vitest';
import { strategyShares } from './strategy-shares.ts';

test('all strategies in their order, shares of the whole', () => {
  const shares = strategyShares({ retain: 1, rehost: 3 });
  expect(shares.map((share) => share.strategy)).toEqual(['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain']);
  expect(shares[0]).toMatchObject({ count: 3, ratio: 0.75 });
});

test('nothing assessed gives no share', () => {
  expect(strategyShares({}).every((share) => share.ratio === 0)).toBe(true);
});
