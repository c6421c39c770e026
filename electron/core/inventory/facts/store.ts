import type { Flow } from '../../../../shared/model/host-facts.ts';
import type { ServerProfile, UtilisationHistory } from '../../../../shared/model/utilisation.ts';
import { utilisationHistorySchema } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { unpackJson } from '../packed-json.ts';
import type { IdentityReading } from '../identity/sighting.ts';

/** A server no contact has met yet (of a register) with this name, at one of these addresses or at none. */
export function findUnseenServer(database: ProjectDatabase, hostname: string, addresses: readonly string[]): string | undefined {
  const list = JSON.stringify(addresses);
  return database.allRaw<{ id: string }>(
    `SELECT v.id FROM server v WHERE v.hostname = ? COLLATE NOCASE AND NOT EXISTS (SELECT 1 FROM server_sighting s WHERE s.server_id = v.id)
       AND (v.address IS NULL OR v.address IN (SELECT value FROM json_each(?)) OR v.id IN (SELECT a.server_id FROM server_address a WHERE a.address IN (SELECT value FROM json_each(?))))
     ORDER BY v.created_at, v.id LIMIT 1`,
    hostname, list, list,
  )[0]?.id;
}

export function serverExists(database: ProjectDatabase, serverId: string): boolean {
  return database.allRaw('SELECT 1 FROM server WHERE id = ?', serverId).length > 0;
}

/** Inside a transaction, as all below. */
export function insertServer(database: ProjectDatabase, serverId: string, hostname: string, at: string): void {
  database.runRaw('INSERT INTO server (id, created_at, hostname) VALUES (?, ?, ?)', serverId, at, hostname);
}

export interface ContactRow {
  readonly serverId: string;
  readonly identity: Pick<IdentityReading, 'machineId' | 'productUuid'>;
  readonly uptimeSeconds: number | null;
  readonly state: 'scanned' | 'partial';
  readonly errorCode: string | null;
  readonly at: string;
}

export function updateContact(database: ProjectDatabase, contact: ContactRow): void {
  database.runRaw(
    'UPDATE server SET scan_state = ?, last_error_code = ?, last_seen_at = ?, uptime_seconds = coalesce(?, uptime_seconds), machine_id = coalesce(?, machine_id), product_uuid = coalesce(?, product_uuid) WHERE id = ?',
    contact.state, contact.errorCode, contact.at, contact.uptimeSeconds, contact.identity.machineId, contact.identity.productUuid, contact.serverId,
  );
}

/** A contact that failed: facts of earlier ones stay. Returns whether the server is known. */
export function updateFailedContact(database: ProjectDatabase, serverId: string, errorCode: string): boolean {
  return database.runRaw("UPDATE server SET scan_state = 'failed', last_error_code = ? WHERE id = ?", errorCode, serverId) > 0;
}

export interface EvidenceRow {
  readonly id: string;
  readonly runId: string | null;
  readonly serverId: string;
  /** Of the contact; null for what is no contact of its own, as a part of a dwell. */
  readonly sightingId: string | null;
  readonly at: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly body: Uint8Array;
}

export function insertEvidence(database: ProjectDatabase, row: EvidenceRow): void {
  database.runRaw(
    "INSERT INTO evidence (id, run_id, server_id, collected_at, sha256, codec, size_bytes, body, sighting_id) VALUES (?, ?, ?, ?, ?, 'gzip', ?, ?, ?)",
    row.id, row.runId, row.serverId, row.at, row.sha256, row.sizeBytes, row.body, row.sightingId,
  );
}

export interface FactsRow {
  readonly evidenceId: string | null;
  readonly sightingId: string;
  readonly collectedAt: string;
  /** Packed JSON of HostFacts without history. */
  readonly facts: Uint8Array;
}

export function saveFacts(database: ProjectDatabase, serverId: string, { evidenceId, sightingId, collectedAt, facts }: FactsRow): void {
  database.runRaw(
    'INSERT INTO host_facts (server_id, evidence_id, collected_at, body, sighting_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT (server_id) DO UPDATE SET evidence_id = excluded.evidence_id, collected_at = excluded.collected_at, body = excluded.body, sighting_id = excluded.sighting_id',
    serverId, evidenceId, collectedAt, facts, sightingId,
  );
}

/** Is there a history to weigh beside what a contact brought? A fresh one of its own replaces the one kept from before. */
export function hasOtherHistory(database: ProjectDatabase, serverId: string, isFresh: boolean): boolean {
  return database.allRaw('SELECT 1 FROM server_utilisation WHERE server_id = ? AND (dwell_history IS NOT NULL OR (? AND history IS NOT NULL))', serverId, isFresh ? 0 : 1).length > 0;
}

/** `kept`: the host's own, from an earlier contact; left unread when it is replaced by `fresh`. `observed`: from dwells. Unreadable counts as none. */
export function readHistories(database: ProjectDatabase, serverId: string, fresh?: UtilisationHistory): { readonly kept: UtilisationHistory | undefined; readonly observed: UtilisationHistory | undefined } {
  const [row] = database.allRaw<{ kept: Uint8Array | null; observed: Uint8Array | null }>('SELECT history AS kept, dwell_history AS observed FROM server_utilisation WHERE server_id = ?', serverId);
  const unpack = (body: Uint8Array | null | undefined) => (body ? unpackJson(body, utilisationHistorySchema) : undefined);
  return { kept: fresh ?? unpack(row?.kept), observed: unpack(row?.observed) };
}

/** `history`: packed JSON of UtilisationHistory; without one the former stays. */
export function saveUtilisation(database: ProjectDatabase, serverId: string, history: Uint8Array | undefined, profile: ServerProfile): void {
  database.runRaw(
    'INSERT INTO server_utilisation (server_id, history, profile) VALUES (?, ?, ?) ON CONFLICT (server_id) DO UPDATE SET history = coalesce(excluded.history, history), profile = excluded.profile',
    serverId, history ?? null, JSON.stringify(profile),
  );
}

export function replaceAddresses(database: ProjectDatabase, serverId: string, addresses: readonly string[]): void {
  const list = JSON.stringify(addresses);
  database.runRaw('DELETE FROM server_address WHERE server_id = ? AND address NOT IN (SELECT value FROM json_each(?))', serverId, list);
  database.runRaw('INSERT INTO server_address (address, server_id) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', serverId, list);
}

const UPSERT_FLOW = `INSERT INTO flow (server_id, direction, transport, peer_address, port, process_name, connections, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (server_id, direction, transport, peer_address, port, process_name) DO UPDATE SET connections = max(connections, excluded.connections), first_seen_at = min(first_seen_at, excluded.first_seen_at), last_seen_at = max(last_seen_at, excluded.last_seen_at)`;

/** Flows add up over contacts: a nightly job seen once is still a dependency. */
export function addFlows(database: ProjectDatabase, serverId: string, flows: readonly Flow[], at: string): void {
  for (const flow of flows) {
    database.runRaw(UPSERT_FLOW, serverId, flow.direction, flow.transport, flow.peerAddress, flow.port, flow.processName ?? '', flow.connections, at, at);
  }
}
