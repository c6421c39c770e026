import { isIP } from 'node:net';
import { buildServerProfile } from '../../../shared/engine/stats/build-profile.ts';
import { preferHistory } from '../../../shared/engine/stats/prefer-history.ts';
import { utilisationHistorySchema, type ServerProfile } from '../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { ensureDepartment, settleServer } from '../organisation/index.ts';
import { saveEvidence } from './evidence/save-evidence.ts';
import { loadValues } from './facts-to-values.ts';
import { addFlows, findUnseenServer, hasOtherHistory, readHistories, replaceAddresses, saveFacts, saveUtilisation, updateContact } from './facts/store.ts';
import { mainAddress } from './host-addresses.ts';
import type { HostReading } from './host-reading.ts';
import type { HostRecord, RecordedHost } from './host-record.ts';
import { parkFactsOfOther } from './identity/moving/store.ts';
import { recordSighting, type PlacedSighting } from './identity/record-sighting.ts';
import type { IdentityReading } from './identity/sighting.ts';
import { deriveServer, observeBeside, readKnownValues, type KnownValues, type NewObservation } from './observations/store.ts';
import { unpackJson } from './packed-json.ts';
import { TARGET_LIST, targetValues } from './target-values.ts';
import { dropStandIn, isUnread } from './unread/store.ts';

function identityOf({ reading, target, place, hostKey }: HostRecord, addresses: readonly string[]): IdentityReading {
  const { identity, macs } = reading;
  return {
    place: place ?? target.host, hostname: identity?.hostname || target.name || target.host, machineId: identity?.machineId || null, productUuid: identity?.productUuid || null,
    hostKey: hostKey ?? null, macs, addresses,
  };
}

/** The server a contact belongs to: by what it shows of itself, else the row that stood for the target so far, else a new one. */
function placeHost(database: ProjectDatabase, record: HostRecord, identity: IdentityReading): PlacedSighting & { readonly created: boolean } {
  const { placeServerId, at, run, newId } = record;
  const standIn = placeServerId !== undefined && isUnread(database, placeServerId) ? placeServerId : undefined;
  let isNew = false;
  const stand = (): string | undefined => {
    const found = findUnseenServer(database, identity.hostname, identity.addresses) ?? standIn;
    isNew = found === undefined;
    return found;
  };
  const placed = recordSighting(database, { reading: identity, at, runId: run.id, by: run.by, newId, standIn: stand });
  if (standIn !== undefined && placed.serverId !== standIn) dropStandIn(database, standIn, placed.serverId, TARGET_LIST);
  return { ...placed, created: isNew };
}

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
    const own = reading.addresses;
    const address = mainAddress(target.host, own);
    const addresses = [...new Set([...own, ...(address !== undefined && isIP(address) !== 0 ? [address] : [])])];
    const identity = identityOf(record, addresses);
    const { serverId, sightingId, created } = placeHost(database, record, identity);
    const known: KnownValues = created ? new Map() : readKnownValues(database, serverId);
    const evidenceId = saveEvidence(database, { serverId, runId: record.run.id, sightingId, at: record.at, evidence: reading.evidence, newId: record.newId });
    saveMeasurements(database, record, { serverId, sightingId, known }, evidenceId, address);
    if (target.departmentName) ensureDepartment(database, target.departmentName, record.newId);
    observeBeside(database, serverId, known, targetValues(target), { source: 'imported', by: TARGET_LIST, at, runId: record.run.id ?? undefined });
    replaceAddresses(database, serverId, addresses);
    addFlows(database, serverId, reading.flows, at);
    updateContact(database, { serverId, identity, uptimeSeconds: reading.uptimeSeconds, state: record.outcome.state, errorCode: record.outcome.errorCode, at });
    deriveServer(database, serverId, known);
    settleServer(database, serverId);
    return { serverId, created, evidenceId };
  });
}
