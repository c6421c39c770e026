import type { ProjectDatabase } from '../../db/index.ts';
import type { IdentityReading, Sighting } from './sighting.ts';

interface SightingRow extends Omit<Sighting, 'macs' | 'addresses'> {
  readonly macs: string;
  readonly addresses: string;
}

const SELECT = `SELECT s.id, s.server_id AS serverId, s.place, s.hostname, s.machine_id AS machineId, s.product_uuid AS productUuid, s.host_key AS hostKey, s.macs, s.addresses,
  s.first_at AS firstAt, s.last_at AS lastAt, s.run_id AS runId, s.by FROM server_sighting s`;

function toSighting({ macs, addresses, ...row }: SightingRow): Sighting {
  return { ...row, macs: JSON.parse(macs) as string[], addresses: JSON.parse(addresses) as string[] };
}

export function findSighting(database: ProjectDatabase, id: string): Sighting | undefined {
  return database.allRaw<SightingRow>(`${SELECT} WHERE s.id = ?`, id).map(toSighting)[0];
}

/** In the order they were first seen. */
export function sightingsOf(database: ProjectDatabase, serverId: string): Sighting[] {
  return database.allRaw<SightingRow>(`${SELECT} WHERE s.server_id = ? ORDER BY s.first_at, s.id`, serverId).map(toSighting);
}

/** All that could be one machine with a reading: none of the others has enough in common with it. */
export function similarSightings(database: ProjectDatabase, { machineId, productUuid, hostname }: IdentityReading): Sighting[] {
  const rows = [
    ...(machineId === null ? [] : database.allRaw<SightingRow>(`${SELECT} WHERE s.machine_id = ?`, machineId)),
    ...(productUuid === null ? [] : database.allRaw<SightingRow>(`${SELECT} WHERE s.product_uuid = ?`, productUuid)),
    ...database.allRaw<SightingRow>(`${SELECT} WHERE s.hostname = ? COLLATE NOCASE AND (s.machine_id IS NULL OR ? IS NULL)`, hostname, machineId),
  ];
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(toSighting);
}

/** Inside a transaction, as all writes below. A sighting known already keeps its server. */
export function saveSighting(database: ProjectDatabase, { macs, addresses, ...row }: Sighting): void {
  database.runRaw(
    `INSERT INTO server_sighting (id, server_id, place, hostname, machine_id, product_uuid, host_key, macs, addresses, first_at, last_at, run_id, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET addresses = excluded.addresses, first_at = excluded.first_at, last_at = excluded.last_at, run_id = excluded.run_id, by = excluded.by`,
    row.id, row.serverId, row.place, row.hostname, row.machineId, row.productUuid, row.hostKey, JSON.stringify(macs), JSON.stringify(addresses), row.firstAt, row.lastAt, row.runId, row.by,
  );
}

/** How the latest contact of a sighting ended. */
export function saveOutcome(database: ProjectDatabase, sightingId: string, { state, errorCode }: { readonly state: 'scanned' | 'partial'; readonly errorCode: string | null }): void {
  database.runRaw('UPDATE server_sighting SET state = ?, error_code = ? WHERE id = ?', state, errorCode, sightingId);
}

export interface Split {
  readonly place: string;
  readonly otherPlace: string;
  readonly by: string;
  readonly at: string;
}

export function splitsOf(database: ProjectDatabase, places: readonly string[]): Split[] {
  const list = JSON.stringify(places);
  return database.allRaw<Split>('SELECT place, other_place AS otherPlace, by, at FROM identity_split WHERE place IN (SELECT value FROM json_each(?)) OR other_place IN (SELECT value FROM json_each(?)) ORDER BY place, other_place', list, list);
}

export function saveSplit(database: ProjectDatabase, { place, otherPlace, by, at }: Split): void {
  const [first, second] = place < otherPlace ? [place, otherPlace] : [otherPlace, place];
  database.runRaw('INSERT INTO identity_split (place, other_place, by, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', first, second, by, at);
}

/** Returns how many there were. */
export function removeSplits(database: ProjectDatabase, places: readonly string[]): number {
  const list = JSON.stringify(places);
  return database.runRaw('DELETE FROM identity_split WHERE place IN (SELECT value FROM json_each(?)) OR other_place IN (SELECT value FROM json_each(?))', list, list);
}

/** The same ids in order of creation: who was there first keeps its row. */
export function byCreation(database: ProjectDatabase, serverIds: readonly string[]): string[] {
  return database.allRaw<{ id: string }>('SELECT id FROM server WHERE id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id', JSON.stringify(serverIds)).map((row) => row.id);
}

export interface NamedServer {
  readonly id: string;
  readonly hostname: string;
}

/** Other servers where the same machine id, or the same host key, was seen. */
export function serversSharing(database: ProjectDatabase, column: 'machine_id' | 'host_key', value: string, serverId: string): NamedServer[] {
  return database.allRaw<NamedServer>(`SELECT DISTINCT v.id, v.hostname FROM server_sighting s JOIN server v ON v.id = s.server_id WHERE s.${column} = ? AND s.server_id <> ? ORDER BY v.hostname, v.id`, value, serverId);
}

export function hostnameOf(database: ProjectDatabase, serverId: string): string {
  return database.allRaw<{ hostname: string }>('SELECT hostname FROM server WHERE id = ?', serverId)[0]?.hostname ?? serverId;
}
