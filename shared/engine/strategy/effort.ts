import { TIB } from '../../kernel/quantities.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { StrategyInput } from './strategy-input.ts';

/** Person-days per system and per server: planning assumptions of the house, to be set right by the first waves. */
const BASE: Readonly<Record<Strategy, { readonly system: number; readonly server: number; readonly data: number }>> = {
  rehost: { system: 4, server: 1.5, data: 2 },
  replatform: { system: 8, server: 2.5, data: 3 },
  refactor: { system: 30, server: 6, data: 4 },
  repurchase: { system: 15, server: 0.5, data: 4 },
  retire: { system: 2, server: 0.5, data: 1 },
  retain: { system: 0, server: 0, data: 0 },
};
const CRITICALITY_FACTOR = new Map([['low', 0.8], ['medium', 1], ['high', 1.2], ['vital', 1.5]]);
/** From level 3 on a system is filed and evaluated anew on the new platform. */
const LEVEL_3_DAYS = 4;

/**
 * effort = (system + server * servers + data * sqrt(TiB) + 4 from protection level 3) * criticality * rule's factor,
 * rounded to half days. The root: ten times the data takes about three times the work, the copying itself is the line's.
 */
export function effortPersonDays(strategy: Strategy, input: StrategyInput, factor: number): number {
  if (strategy === 'retain') return 0;
  const base = BASE[strategy];
  const filing = strategy !== 'retire' && (input.protectionLevel ?? 0) >= 3 ? LEVEL_3_DAYS : 0;
  const days = base.system + base.server * input.serverCount + base.data * Math.sqrt((input.usedStorageBytes ?? 0) / TIB) + filing;
  return Math.round(days * (CRITICALITY_FACTOR.get(input.criticality ?? 'medium') ?? 1) * factor * 2) / 2;
}
