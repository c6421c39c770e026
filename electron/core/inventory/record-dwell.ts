import { buildServerProfile } from '../../../shared/engine/stats/build-profile.ts';
import { preferHistory } from '../../../shared/engine/stats/prefer-history.ts';
import type { Flow } from '../../../shared/model/host-facts.ts';
import type { UtilisationHistory } from '../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { addObservedFlow, markSeen, ownAddresses, saveDwellHistory } from './dwell/store.ts';
import { packEvidence, saveEvidence } from './evidence/save-evidence.ts';
import { loadValues } from './facts-to-values.ts';
import { readHistories } from './facts/store.ts';
import { deriveServer, observe } from './observations/store.ts';

/** What a part of a dwell brings to the inventory. */
export interface DwellRecord {
  readonly serverId: string;
  readonly flows: readonly Flow[];
  /** Everything all dwells of this server saw, this part included. */
  readonly history: UtilisationHistory | undefined;
  /** What the host printed, as `formatEvidence` puts it together: the evidence, secrets masked. */
  readonly raw: string;
  /** The campaign, by name: where the figures come from. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly newId: () => string;
}

/**
 * Stores a part of a dwell: evidence, flows, the distribution and the profile that follows from it. When the history the host
 * kept itself deserves more trust, the profile stays with that one. Runs in the caller's transaction.
 */
export function recordDwell(database: ProjectDatabase, record: DwellRecord): { readonly evidenceId: string; readonly newFlowCount: number } {
  return database.note(() => {
    const { serverId, history, at } = record;
    const evidenceId = saveEvidence(database, { serverId, runId: null, at, evidence: packEvidence(record.raw), newId: record.newId });
    const own = ownAddresses(database, serverId);
    const newFlows = record.flows.filter((flow) => !own.has(flow.peerAddress) && addObservedFlow(database, serverId, flow, at));
    if (history) {
      const best = preferHistory([readHistories(database, serverId).kept, history].filter((each) => each !== undefined), at) ?? history;
      const profile = buildServerProfile({ history: best, collectedAt: at });
      saveDwellHistory(database, serverId, history, profile);
      if (best === history) observe(database, serverId, loadValues(profile, 'utilisation'), { source: 'scanned', by: record.by, at, evidenceId });
      deriveServer(database, serverId);
    }
    markSeen(database, serverId, at);
    return { evidenceId, newFlowCount: newFlows.length };
  });
}
