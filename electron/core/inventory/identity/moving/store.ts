import type { ProjectDatabase } from '../../../db/index.ts';

/** All inside a transaction: rows of a server that turned out to be two, or of two that turned out to be one. */

/** Facts in force go back to the sighting they came from; `rebuildServer` puts the latest of all in force again. */
export function parkFacts(database: ProjectDatabase, serverId: string): void {
  const parked = database.runRaw(
    `UPDATE server_sighting SET facts = f.body, evidence_id = f.evidence_id, history = coalesce(u.history, server_sighting.history)
     FROM host_facts f LEFT JOIN server_utilisation u ON u.server_id = f.server_id WHERE f.server_id = ? AND server_sighting.id = f.sighting_id`,
    serverId,
  );
  if (parked === 0) return;
  database.runRaw('DELETE FROM host_facts WHERE server_id = ?', serverId);
  database.runRaw('UPDATE server_utilisation SET history = NULL WHERE server_id = ?', serverId);
}

/** The facts in force, when they are not of this sighting, so that the ones that follow do not hide them; its own former ones end. */
export function parkFactsOfOther(database: ProjectDatabase, serverId: string, sightingId: string): void {
  database.runRaw('UPDATE server_sighting SET facts = NULL, history = NULL WHERE id = ? AND facts IS NOT NULL', sightingId);
  if (database.allRaw('SELECT 1 FROM host_facts WHERE server_id = ? AND sighting_id IS NOT NULL AND sighting_id <> ?', serverId, sightingId).length > 0) parkFacts(database, serverId);
}

export interface ParkedFacts {
  readonly sightingId: string;
  readonly facts: Uint8Array;
  readonly history: Uint8Array | null;
  readonly evidenceId: string | null;
  readonly at: string;
  readonly runId: string | null;
  readonly by: string;
}

/** All that wait, the latest first. */
export function parkedFactsOf(database: ProjectDatabase, serverId: string): ParkedFacts[] {
  return database.allRaw<ParkedFacts>(
    'SELECT id AS sightingId, facts, history, evidence_id AS evidenceId, last_at AS at, run_id AS runId, by FROM server_sighting WHERE server_id = ? AND facts IS NOT NULL ORDER BY last_at DESC, id',
    serverId,
  );
}

/** Facts come into force: they wait no longer. */
export function unpark(database: ProjectDatabase, sightingId: string): void {
  database.runRaw('UPDATE server_sighting SET facts = NULL, history = NULL WHERE id = ?', sightingId);
}

/** A sighting goes to another server, with its evidence, what was read from it and the targets that led to it. */
export function moveSighting(database: ProjectDatabase, sightingId: string, to: string): void {
  database.runRaw('UPDATE evidence SET server_id = ? WHERE sighting_id = ?', to, sightingId);
  database.runRaw('UPDATE observation SET server_id = ? WHERE evidence_id IN (SELECT id FROM evidence WHERE sighting_id = ?)', to, sightingId);
  database.runRaw(
    `UPDATE scan_target SET server_id = ? WHERE server_id = (SELECT server_id FROM server_sighting WHERE id = ?)
     AND EXISTS (SELECT 1 FROM server_sighting s WHERE s.id = ? AND substr(s.place, 1, length(scan_target.host || ':' || scan_target.port || ' ')) = scan_target.host || ':' || scan_target.port || ' ')`,
    to, sightingId, sightingId,
  );
  database.runRaw('UPDATE server_sighting SET server_id = ? WHERE id = ?', to, sightingId);
}

const KEPT_ONCE = ['server_address', 'flow', 'campaign_dwell', 'dwell_distribution', 'dwell_hour'] as const;
const KEPT_ALL = ['evidence', 'observation', 'scan_target', 'server_sighting', 'dwell_evidence'] as const;

/** All of one server goes to another, and its row ends. Where both have one of a kind, the one that stays keeps its own. */
export function dissolveServer(database: ProjectDatabase, from: string, into: string): void {
  for (const table of KEPT_ALL) database.runRaw(`UPDATE ${table} SET server_id = ? WHERE server_id = ?`, into, from);
  for (const table of KEPT_ONCE) database.runRaw(`UPDATE OR IGNORE ${table} SET server_id = ? WHERE server_id = ?`, into, from);
  database.runRaw(
    `INSERT INTO server_utilisation (server_id, profile, dwell_history) SELECT ?, profile, dwell_history FROM server_utilisation WHERE server_id = ?
     ON CONFLICT (server_id) DO UPDATE SET dwell_history = coalesce(dwell_history, excluded.dwell_history)`,
    into, from,
  );
  database.runRaw(
    `UPDATE server SET system_id = f.system_id, link_origin = f.link_origin FROM (SELECT system_id, link_origin FROM server WHERE id = ?) f
     WHERE server.id = ? AND f.link_origin = 'hand' AND server.link_origin IS NOT 'hand'`,
    from, into,
  );
  database.runRaw('DELETE FROM server WHERE id = ?', from);
}

/** The latest contact of a server among all of its sightings; identity as the latest that knows it. */
export function refreshContact(database: ProjectDatabase, serverId: string): void {
  database.runRaw(
    `UPDATE server SET last_seen_at = (SELECT max(last_at) FROM server_sighting WHERE server_id = server.id),
       machine_id = (SELECT machine_id FROM server_sighting WHERE server_id = server.id AND machine_id IS NOT NULL ORDER BY last_at DESC, id LIMIT 1),
       product_uuid = (SELECT product_uuid FROM server_sighting WHERE server_id = server.id AND product_uuid IS NOT NULL ORDER BY last_at DESC, id LIMIT 1),
       scan_state = CASE WHEN scan_state = 'never' THEN 'scanned' ELSE scan_state END
     WHERE id = ?`,
    serverId,
  );
  database.runRaw(
    `UPDATE server SET scan_state = s.state, last_error_code = s.error_code FROM (SELECT state, error_code FROM server_sighting WHERE server_id = ? ORDER BY last_at DESC, id LIMIT 1) s
     WHERE server.id = ? AND s.state IS NOT NULL`,
    serverId, serverId,
  );
}

/** Of the facts in force; when they do not know it, nobody does. */
export function saveUptime(database: ProjectDatabase, serverId: string, seconds: number | null): void {
  database.runRaw('UPDATE server SET uptime_seconds = ? WHERE id = ?', seconds, serverId);
}
