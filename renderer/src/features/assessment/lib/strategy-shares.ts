import { STRATEGIES, type Strategy } from '../../../../../shared/model/strategy.ts';

export interface StrategyShare {
  readonly strategy: Strategy;
  readonly count: number;
  readonly ratio: number;
}

/** Strategies in their fixed order with their share of all systems. */
export function strategyShares(byStrategy: Readonly<Record<string, number>>): readonly StrategyShare[] {
  const counts = STRATEGIES.map((strategy) => ({ strategy, count: byStrategy[strategy] ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.map((entry) => ({ ...entry, ratio: total === 0 ? 0 : entry.count / total }));
}
