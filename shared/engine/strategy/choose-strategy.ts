import type { Strategy, StrategyResult, StrategyRule } from '../../model/strategy.ts';
import { conditionHolds, fieldFact } from './condition-holds.ts';
import { LAST_RULE } from './default-rules.ts';
import { effortPersonDays } from './effort.ts';
import type { StrategyInput } from './strategy-input.ts';

/** A person's choice, which beats every rule. */
export interface StrategyOverride {
  readonly strategy: Strategy;
  readonly reason: string;
}

const OVERRIDE_LAYER: Readonly<Record<Strategy, StrategyResult['layer']>> = { rehost: 'IaaS', replatform: 'PaaS', refactor: 'PaaS', repurchase: 'SaaS', retire: null, retain: null };

/** The strategy of one system: a person's word, else the first enabled rule whose conditions all hold; with its facts. */
export function chooseStrategy(input: StrategyInput, rules: readonly StrategyRule[], override?: StrategyOverride): StrategyResult {
  if (override) {
    const { strategy, reason } = override;
    return { strategy, layer: OVERRIDE_LAYER[strategy], ruleId: 'override', reason, facts: [], effortPersonDays: effortPersonDays(strategy, input, 1), rejectedRuleCount: 0 };
  }
  const enabled = rules.filter((candidate) => candidate.enabled);
  const position = enabled.findIndex((candidate) => candidate.when.every((condition) => conditionHolds(condition, input)));
  const rule = enabled[position] ?? LAST_RULE;
  return {
    strategy: rule.strategy,
    layer: rule.layer,
    ruleId: rule.id,
    reason: rule.reason,
    facts: rule.when.map((condition) => fieldFact(condition, input)),
    effortPersonDays: effortPersonDays(rule.strategy, input, rule.effortFactor),
    rejectedRuleCount: position < 0 ? enabled.length : position,
  };
}
