import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';
import { CLOUD_LAYERS } from './catalogue.ts';

export const STRATEGIES = ['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain'] as const;
export const strategySchema = z.enum(STRATEGIES);
export type Strategy = z.infer<typeof strategySchema>;

/** A test on one field of a system's assessment input; see engine/strategy for the fields. */
export const strategyConditionSchema = z.object({
  field: z.enum(['classified', 'architecture', 'osId', 'osEndOfLife', 'serverCount', 'physicalShare', 'cpuP95Ratio', 'criticality', 'protectionLevel', 'environment', 'software', 'usedStorageBytes', 'peerCount']),
  operator: z.enum(['is', 'is-not', 'at-least', 'at-most', 'contains', 'unknown']),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});

/** Rules are tried in order; the first whose conditions all hold decides. The reason is shown with the result. */
export const strategyRuleSchema = z.object({
  id: z.string().min(1).max(60).regex(/^[a-z0-9-]+$/),
  enabled: z.boolean(),
  when: z.array(strategyConditionSchema).max(12),
  strategy: strategySchema,
  layer: z.enum(CLOUD_LAYERS).nullable(),
  /** A multiplier on the base effort of the strategy. */
  effortFactor: z.number().min(0.1).max(20),
  /** Own words; empty: the built-in reason of that rule id. */
  reason: z.string().max(400),
});
export type StrategyRule = z.infer<typeof strategyRuleSchema>;

export const strategyResultSchema = z.object({
  strategy: strategySchema,
  layer: z.enum(CLOUD_LAYERS).nullable(),
  ruleId: z.string(),
  reason: z.string(),
  /** The values that made the rule hold, for the why-panel. */
  facts: z.array(z.object({ field: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) })),
  effortPersonDays: z.number().min(0),
  rejectedRuleCount: countSchema,
});
export type StrategyResult = z.infer<typeof strategyResultSchema>;
