import type { ScanTarget } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';

interface PlaceRow {
  readonly serverId: string;
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly name: string | null;
  readonly jump: string | null;
  readonly identityFile: string | null;
}

// The later row wins: Map keeps the last one of each key.
const SQL = `SELECT t.server_id AS serverId, t.host, t.port, t.user, t.name, coalesce(t.jump, json_extract(r.options, '$.jump')) AS jump, t.identity_file AS identityFile
  FROM scan_target t JOIN scan_run r ON r.id = t.run_id WHERE t.server_id IS NOT NULL AND t.state IN ('done', 'partial') AND r.kind <> 'local' ORDER BY t.finished_at`;

/** Where each server was last read: the way there, its account and key file. Servers no contact has read are left out. */
export function placesOfServers(database: ProjectDatabase): ReadonlyMap<string, ScanTarget> {
  const rows = database.allRaw<PlaceRow>(SQL);
  return new Map(rows.map(({ serverId, ...place }) => [serverId, { ...place, departmentName: null, tag: null }]));
}
