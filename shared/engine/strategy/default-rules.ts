import type { StrategyRule } from '../../model/strategy.ts';

type Condition = StrategyRule['when'][number];

function rule(id: string, when: readonly Condition[], strategy: StrategyRule['strategy'], layer: StrategyRule['layer'], effortFactor = 1): StrategyRule {
  return { id, enabled: true, when: [...when], strategy, layer, effortFactor, reason: '' };
}

/**
 * The rules a new project starts with, in order; a person may change all of them. Their reasons are the sentences
 * `assessment:ruleReason.<id>`.
 */
export const DEFAULT_STRATEGY_RULES: readonly StrategyRule[] = [
  rule('classified-stays', [{ field: 'classified', operator: 'is', value: true }], 'retain', null),
  rule(
    'idle-and-silent',
    [
      { field: 'cpuP95Ratio', operator: 'at-most', value: 0.02 },
      { field: 'peerCount', operator: 'at-most', value: 0 },
      { field: 'environment', operator: 'is-not', value: 'production' },
    ],
    'retire',
    null,
  ),
  rule('aix-rebuild', [{ field: 'osId', operator: 'is', value: 'aix' }], 'refactor', 'PaaS'),
  rule('solaris-rebuild', [{ field: 'osId', operator: 'is', value: 'solaris' }], 'refactor', 'PaaS'),
  rule('hpux-rebuild', [{ field: 'osId', operator: 'is', value: 'hpux' }], 'refactor', 'PaaS'),
  rule('mail-service', [{ field: 'software', operator: 'contains', value: 'mail:' }], 'repurchase', 'SaaS'),
  rule('test-as-is', [{ field: 'environment', operator: 'is', value: 'test' }], 'rehost', 'IaaS', 0.6),
  rule('development-as-is', [{ field: 'environment', operator: 'is', value: 'development' }], 'rehost', 'IaaS', 0.6),
  rule('training-as-is', [{ field: 'environment', operator: 'is', value: 'training' }], 'rehost', 'IaaS', 0.6),
  rule('video-platform', [{ field: 'software', operator: 'contains', value: 'video:' }], 'replatform', 'PaaS'),
  rule('end-of-life-database', [{ field: 'osEndOfLife', operator: 'is', value: true }, { field: 'software', operator: 'contains', value: 'database:' }], 'replatform', 'PaaS', 1.2),
  rule('end-of-life-os', [{ field: 'osEndOfLife', operator: 'is', value: true }], 'replatform', 'IaaS'),
  rule('managed-database', [{ field: 'software', operator: 'contains', value: 'database:' }], 'replatform', 'PaaS'),
  rule('keeps-arm', [{ field: 'architecture', operator: 'is', value: 'aarch64' }], 'rehost', 'IaaS'),
  rule('keeps-loongarch', [{ field: 'architecture', operator: 'is', value: 'loongarch64' }], 'rehost', 'IaaS'),
  rule('physical-to-virtual', [{ field: 'physicalShare', operator: 'at-least', value: 0.5 }], 'rehost', 'IaaS', 1.3),
  rule('rehost', [], 'rehost', 'IaaS'),
];

/** What decides when no rule of the project does. */
export const LAST_RULE: StrategyRule = rule('no-rule', [], 'rehost', 'IaaS');
