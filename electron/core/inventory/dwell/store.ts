import type { Flow } from '../../../../shared/model/host-facts.ts';
import type { ServerProfile, UtilisationHistory } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { packJson } from '../packed-json.ts';

/** Inside a transaction, as all below. What the host itself kept stays beside it. */
export function saveDwellHistory(database: ProjectDatabase, serverId: string, history: UtilisationHistory, profile: ServerProfile): void {
  database.runRaw(
    'INSERT INTO server_utilisation (server_id, dwell_history, profile) VALUES (?, ?, ?) ON CONFLICT (server_id) DO UPDATE SET dwell_history = excluded.dwell_history, profile = excluded.profile',
    serverId, packJson(history), JSON.stringify(profile),
  );
}

export function markSeen(database: ProjectDatabase, serverId: string, at: string): void {
  database.runRaw('UPDATE server SET last_seen_at = max(coalesce(last_seen_at, ?), ?) WHERE id = ?', at, at, serverId);
}

export function ownAddresses(database: ProjectDatabase, serverId: string): ReadonlySet<string> {
  return new Set(database.allRaw<{ address: string }>('SELECT address FROM server_address WHERE server_id = ?', serverId).map((row) => row.address));
}

const KEY = 'server_id = ? AND direction = ? AND transport = ? AND peer_address = ? AND port = ?';
const INSERT = 'INSERT INTO flow (server_id, direction, transport, peer_address, port, process_name, connections, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)';
const TOUCH = `UPDATE flow SET process_name = ?, connections = max(connections, ?), last_seen_at = ? WHERE ${KEY} AND process_name = ?`;

/**
 * One flow of a dwell. A connection that was over has no process: it is the same flow as one whose process is known, before or
 * after. Returns whether no contact had seen it.
 */
export function addObservedFlow(database: ProjectDatabase, serverId: string, flow: Flow, at: string): boolean {
  const key = [serverId, flow.direction, flow.transport, flow.peerAddress, flow.port] as const;
  const known = database.allRaw<{ name: string }>(`SELECT process_name AS name FROM flow WHERE ${KEY} ORDER BY last_seen_at DESC`, ...key).map((row) => row.name);
  const name = flow.processName ?? known.find((each) => each !== '') ?? '';
  const former = known.includes(name) ? name : known.find((each) => each === '');
  if (former === undefined) database.runRaw(INSERT, ...key, name, flow.connections, at, at);
  else database.runRaw(TOUCH, name, flow.connections, at, ...key, former);
  return known.length === 0;
}
