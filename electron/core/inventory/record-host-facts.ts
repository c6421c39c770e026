import { buildServerProfile } from '../../../shared/engine/stats/build-profile.ts';
import { preferHistory } from '../../../shared/engine/stats/prefer-history.ts';
import { utilisationHistorySchema, type ServerProfile } from '../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { ensureDepartment, settleServer } from '../organisation/index.ts';
import { saveEvidence } from './evidence/save-evidence.ts';
import { loadValues } from './facts-to-values.ts';
import { addFlows, hasOtherHistory, readHistories, replaceAddresses, saveFacts, saveUtilisation, updateContact } from './facts/store.ts';
import type { HostReading } from './host-reading.ts';
import type { HostRecord, RecordedHost } from './host-record.ts';
import { parkFactsOfOther } from './identity/moving/store.ts';
import { saveOutcome } from './identity/store.ts';
import { deriveServer, observeBeside, readKnownValues, type KnownValues, type NewObservation } from './observations/store.ts';
import { unpackJson } from './packed-json.ts';
import { placeHost } from './place-host.ts';
import { TARGET_LIST, targetValues } from './target-values.ts';

interface Place {
  readonly serverId: string;
  readonly sightingId: string;
  readonly known: KnownValues;
}

/** From this contact and, where there is one that deserves more trust, the history known from before. */
function profileOf(database: ProjectDatabase, serverId: string, { profile, packedHistory, utilisationNow, collectedAt }: HostReading): ServerProfile {
  if (!hasOtherHistory(database, serverId, packedHistory !== undefined)) return profile;
  const fresh = packedHistory && unpackJson(packedHistory, utilisationHistorySchema);
  const { kept, observed } = readHistories(database, serverId, fresh);
  const best = preferHistory([kept, observed].filter((each) => each !== undefined), collectedAt);
  return buildServerProfile({ collectedAt, utilisationNow, history: best });
}

function saveMeasurements(database: ProjectDatabase, record: HostRecord, { serverId, sightingId, known }: Place, evidenceId: string, address: string | undefined): void {
  const { reading, run, at } = record;
  parkFactsOfOther(database, serverId, sightingId);
  saveFacts(database, serverId, { evidenceId, sightingId, collectedAt: reading.collectedAt, facts: reading.packedFacts });
  const profile = profileOf(database, serverId, reading);
  saveUtilisation(database, serverId, reading.packedHistory, profile);
  const load = reading.loadSection === undefined ? [] : loadValues(profile, reading.loadSection);
  const reached: NewObservation[] = address === undefined ? [] : [{ field: 'address', value: address, section: 'network' }];
  observeBeside(database, serverId, known, [...reading.values, ...load, ...reached], { source: 'scanned', by: run.by, at, runId: run.id ?? undefined, evidenceId });
}

/**
 * Stores one contact whole: evidence, facts, profile, observations, flows, links. Runs in the caller's transaction (so
 * that a scan can commit its target's state with it) or in one of its own.
 */
export function recordHostFacts(database: ProjectDatabase, record: HostRecord): RecordedHost {
  return database.note(() => {
    const { reading, target, at } = record;
    const { serverId, sightingId, created, identity, addresses, address } = placeHost(database, record);
    const known: KnownValues = created ? new Map() : readKnownValues(database, serverId);
    const evidenceId = saveEvidence(database, { serverId, runId: record.run.id, sightingId, at: record.at, evidence: reading.evidence, newId: record.newId });
    saveMeasurements(database, record, { serverId, sightingId, known }, evidenceId, address);
    if (target.departmentName) ensureDepartment(database, target.departmentName, record.newId);
    observeBeside(database, serverId, known, targetValues(target), { source: 'imported', by: TARGET_LIST, at, runId: record.run.id ?? undefined });
    replaceAddresses(database, serverId, addresses);
    addFlows(database, serverId, reading.flows, at);
    saveOutcome(database, sightingId, record.outcome);
    updateContact(database, { serverId, identity, uptimeSeconds: reading.uptimeSeconds, state: record.outcome.state, errorCode: record.outcome.errorCode, at });
    deriveServer(database, serverId, known);
    settleServer(database, serverId);
    return { serverId, created, evidenceId };
  });
}
