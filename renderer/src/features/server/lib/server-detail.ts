import type { OutputOf } from '../../../../../shared/contract/contract.ts';

/** The answer of `inventory.getServer`. */
export type ServerDetail = OutputOf<'inventory.getServer'>;
export type FlowRow = OutputOf<'inventory.listFlows'>['rows'][number];
