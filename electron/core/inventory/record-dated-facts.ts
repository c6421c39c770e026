import type { ProjectDatabase } from '../db/index.ts';
import { ensureDepartment } from '../organisation/index.ts';
import { isContactKnown } from './contacts/store.ts';
import { addDated, isLatestOf, parkHistory, parkReading } from './dated/store.ts';
import { saveEvidence } from './evidence/save-evidence.ts';
import { addFlows } from './facts/store.ts';
import type { HostRecord } from './host-record.ts';
import { parkFacts } from './identity/moving/store.ts';
import { rebuildServer } from './identity/rebuild-server.ts';
import { saveOutcome } from './identity/store.ts';
import { fits, type NewObservation } from './observations/store.ts';
import { placeHost } from './place-host.ts';
import { targetValues } from './target-values.ts';

/**
 * Stores a contact that was made elsewhere and at another time. What results follows from the set of all contacts, not from
 * the order they arrive in; one that is stored already changes nothing. Runs in the caller's transaction.
 */
export function recordDatedFacts(database: ProjectDatabase, record: HostRecord): { readonly serverId: string; readonly created: boolean; readonly added: boolean } {
  return database.note(() => {
    const { reading, target, run, at, newId } = record;
    const { serverId, sightingId, created, address } = placeHost(database, record);
    const { sha256 } = reading.evidence;
    if (isContactKnown(database, sightingId, at, sha256)) return { serverId, created, added: false };
    const evidenceId = saveEvidence(database, { serverId, runId: run.id, sightingId, at, evidence: reading.evidence, newId });
    parkFacts(database, serverId);
    if (isLatestOf(database, sightingId, at, sha256)) {
      parkReading(database, sightingId, { facts: reading.packedFacts, history: reading.packedHistory, evidenceId });
      saveOutcome(database, sightingId, record.outcome);
    } else if (reading.packedHistory) parkHistory(database, sightingId, reading.packedHistory);
    const reached: NewObservation[] = address === undefined ? [] : [{ field: 'address', value: address, section: 'network' }];
    addDated(database, serverId, [...reading.values, ...reached].filter(fits), { source: 'scanned', by: run.by, at, runId: run.id ?? undefined, evidenceId });
    if (target.departmentName) ensureDepartment(database, target.departmentName, newId);
    addDated(database, serverId, targetValues(target), { source: 'imported', by: run.by, at });
    addFlows(database, serverId, reading.flows, at);
    rebuildServer(database, serverId);
    return { serverId, created, added: true };
  });
}
