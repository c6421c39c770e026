import type { StrategyRule } from '../../model/strategy.ts';

/** One system as the rules see it. null: not known. Lists: one entry per distinct value among its servers. */
export interface StrategyInput {
  readonly classified: boolean | null;
  readonly architecture: readonly string[];
  readonly osId: readonly string[];
  /** true when a server runs a release without general support; null when no release is known. */
  readonly osEndOfLife: boolean | null;
  readonly serverCount: number;
  /** Physical machines among the servers of known kind, 0..1. */
  readonly physicalShare: number | null;
  /** The highest p95 among the servers, 0..1. */
  readonly cpuP95Ratio: number | null;
  readonly criticality: string | null;
  readonly protectionLevel: number | null;
  readonly environment: string | null;
  /** `class:product`, e.g. `database:mysql`; see served-software.ts. */
  readonly software: readonly string[];
  readonly usedStorageBytes: number | null;
  /** Machines outside the system that it was seen talking to; null when no flows were collected. */
  readonly peerCount: number | null;
}

export type StrategyField = StrategyRule['when'][number]['field'];
export type StrategyValue = StrategyRule['when'][number]['value'];
