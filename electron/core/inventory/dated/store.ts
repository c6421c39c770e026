import type { ProjectDatabase } from '../../db/index.ts';
import type { NewObservation, Origin } from '../observations/store.ts';

/** All inside a transaction: observations that may arrive in any order, as those of bundles do. */

const ADD = `INSERT INTO observation (server_id, field, value, source, by, at, run_id, evidence_id, section) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
  WHERE NOT EXISTS (SELECT 1 FROM observation WHERE server_id = ? AND field = ? AND source = ? AND at = ? AND value = ?)`;

/** Every value is kept with its time, also one that says nothing new: only so can a later one tell that it is older. */
export function addDated(database: ProjectDatabase, serverId: string, values: readonly NewObservation[], origin: Origin): void {
  const { source, by, at } = origin;
  for (const { field, value, section } of values) {
    const json = JSON.stringify(value);
    database.runRaw(ADD, serverId, field, json, source, by, at, origin.runId ?? null, origin.evidenceId ?? null, section ?? null, serverId, field, source, at, json);
  }
}

/** Made from the whole history a server has; what two contacts measured at one time is no contradiction. */
const MEASURED = "('cpuP95Ratio', 'memP95Ratio', 'sampleCount', 'confidenceStars')";
const LATEST = `SELECT field, value, by, at, run_id AS runId, evidence_id AS evidenceId, section, max(id) AS id FROM observation o
  WHERE server_id = ? AND source = ? AND field NOT IN ${MEASURED} AND at = (SELECT max(at) FROM observation WHERE server_id = o.server_id AND source = o.source AND field = o.field)
    AND value = (SELECT max(value) FROM observation WHERE server_id = o.server_id AND source = o.source AND field = o.field AND at = o.at) GROUP BY field`;
const AGAIN = `INSERT INTO observation (server_id, field, value, source, by, at, run_id, evidence_id, section) SELECT server_id, field, value, source, by, at, run_id, evidence_id, section FROM observation WHERE id = ?
  AND value <> (SELECT value FROM observation o WHERE o.server_id = observation.server_id AND o.field = observation.field AND o.source = observation.source ORDER BY id DESC LIMIT 1)`;

/** The last word of a source is the one appended last: puts the latest by time there. Of two at one time the greater text counts, and both are a conflict. */
export function settleByTime(database: ProjectDatabase, serverId: string, source: Origin['source']): void {
  for (const { id } of database.allRaw<{ id: number }>(LATEST, serverId, source)) database.runRaw(AGAIN, id);
}

export interface ConflictRow {
  readonly serverId: string;
  readonly hostname: string;
  readonly field: string;
  readonly at: string;
  /** JSON lists of equal length: what was said, and by whom. */
  readonly values: string;
  readonly by: string;
}

/** Fields where two contacts of one time say different things and no person has decided; the latest time only. */
export function listConflicts(database: ProjectDatabase): ConflictRow[] {
  return database.allRaw<ConflictRow>(
    `SELECT o.server_id AS serverId, v.hostname, o.field, o.at, json_group_array(json(o.value)) AS "values", json_group_array(o.by) AS by
     FROM (SELECT server_id, field, at, value, min(by) AS by FROM observation WHERE source = 'scanned' AND value <> 'null' AND field NOT IN ${MEASURED} GROUP BY server_id, field, at, value ORDER BY server_id, field, at, value) o JOIN server v ON v.id = o.server_id
     WHERE o.at = (SELECT max(at) FROM observation m WHERE m.server_id = o.server_id AND m.field = o.field AND m.source = 'scanned')
       AND NOT EXISTS (SELECT 1 FROM json_each(v.overridden) WHERE value = o.field)
     GROUP BY o.server_id, o.field, o.at HAVING count(*) > 1 ORDER BY v.hostname, o.server_id, o.field`,
  );
}

/** True when no contact of this sighting is later; of two at one time the greater digest counts. */
export function isLatestOf(database: ProjectDatabase, sightingId: string, at: string, sha256: string): boolean {
  return database.allRaw('SELECT 1 FROM evidence WHERE sighting_id = ? AND (collected_at > ? OR (collected_at = ? AND sha256 > ?))', sightingId, at, at, sha256).length === 0;
}

export function parkReading(database: ProjectDatabase, sightingId: string, parked: { readonly facts: Uint8Array; readonly history: Uint8Array | undefined; readonly evidenceId: string }): void {
  database.runRaw('UPDATE server_sighting SET facts = ?, history = coalesce(?, history), evidence_id = ? WHERE id = ?', parked.facts, parked.history ?? null, parked.evidenceId, sightingId);
}

/** An earlier contact may know a load history where the latest has none. */
export function parkHistory(database: ProjectDatabase, sightingId: string, history: Uint8Array): void {
  database.runRaw('UPDATE server_sighting SET history = coalesce(history, ?) WHERE id = ?', history, sightingId);
}
