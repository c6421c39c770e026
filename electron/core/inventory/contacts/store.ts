import type { ProjectDatabase } from '../../db/index.ts';

export interface KeptContactRow {
  readonly serverId: string;
  readonly place: string;
  readonly hostKey: string | null;
  readonly departmentName: string | null;
  readonly tag: string | null;
  readonly facts: Uint8Array;
  readonly evidence: Uint8Array;
}

const SELECT = `SELECT s.server_id AS serverId, s.place, s.host_key AS hostKey, d.name AS departmentName, v.tag, coalesce(s.facts, f.body) AS facts, e.body AS evidence
  FROM server_sighting s JOIN server v ON v.id = s.server_id LEFT JOIN department d ON d.id = v.department_id
  LEFT JOIN host_facts f ON f.sighting_id = s.id JOIN evidence e ON e.id = CASE WHEN s.facts IS NULL THEN f.evidence_id ELSE s.evidence_id END
  WHERE coalesce(s.facts, f.body) IS NOT NULL`;

/** The latest contact of every sighting, in order of sightings; one at a time, as a city's evidence is large. */
export function sightingsWithFacts(database: ProjectDatabase): string[] {
  return database.allRaw<{ id: string }>('SELECT s.id FROM server_sighting s LEFT JOIN host_facts f ON f.sighting_id = s.id WHERE s.facts IS NOT NULL OR f.body IS NOT NULL ORDER BY s.id').map((row) => row.id);
}

export function readKeptContact(database: ProjectDatabase, sightingId: string): KeptContactRow | undefined {
  return database.allRaw<KeptContactRow>(`${SELECT} AND s.id = ?`, sightingId)[0];
}

/** Was this very contact stored before? */
export function isContactKnown(database: ProjectDatabase, sightingId: string, at: string, sha256: string): boolean {
  return database.allRaw('SELECT 1 FROM evidence WHERE sighting_id = ? AND collected_at = ? AND sha256 = ?', sightingId, at, sha256).length > 0;
}
