import type { z } from 'zod';
import type { flowRowSchema } from '../../../../shared/contract/inventory.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';

type FlowRow = z.input<typeof flowRowSchema>;

/** Both ends of a flow as servers, where the peer's address is known to belong to exactly one. */
const RESOLVED = `WITH peer AS (SELECT address, min(server_id) AS server_id FROM server_address GROUP BY address HAVING count(*) = 1),
  resolved AS (
    SELECT CASE f.direction WHEN 'outbound' THEN f.server_id ELSE p.server_id END AS from_id, CASE f.direction WHEN 'outbound' THEN p.server_id ELSE f.server_id END AS to_id,
      CASE f.direction WHEN 'inbound' THEN f.peer_address END AS from_address, CASE f.direction WHEN 'outbound' THEN f.peer_address END AS to_address,
      f.direction, f.transport, f.port, f.process_name, f.connections, f.first_seen_at, f.last_seen_at
    FROM flow f LEFT JOIN peer p ON p.address = f.peer_address)`;

/** What one end saw arriving is left out when the other end saw it leaving: it is the same flow. */
const ONCE = `NOT (r.direction = 'inbound' AND r.from_id IS NOT NULL AND EXISTS (SELECT 1 FROM flow o JOIN server_address own ON own.address = o.peer_address
  WHERE o.server_id = r.from_id AND o.direction = 'outbound' AND o.transport = r.transport AND o.port = r.port AND own.server_id = r.to_id))`;

export interface FlowListInput {
  readonly serverId?: string | undefined;
  readonly systemId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

function scopeOf(input: FlowListInput): { sql: string; parameters: SqlValue[] } {
  const parts: string[] = [];
  const parameters: SqlValue[] = [];
  if (input.serverId !== undefined) {
    parts.push('(r.from_id = ? OR r.to_id = ?)');
    parameters.push(input.serverId, input.serverId);
  }
  if (input.systemId !== undefined) {
    parts.push('(a.system_id = ? OR b.system_id = ?)');
    parameters.push(input.systemId, input.systemId);
  }
  return { sql: [ONCE, ...parts].join(' AND '), parameters };
}

const FROM = 'resolved r LEFT JOIN server a ON a.id = r.from_id LEFT JOIN server b ON b.id = r.to_id';

export function listFlows(database: ProjectDatabase, input: FlowListInput): { rows: FlowRow[]; total: number; grandTotal: number } {
  const scope = scopeOf(input);
  return database.read(() => {
    const rows = database.allRaw<FlowRow>(
      `${RESOLVED} SELECT r.from_id AS fromServerId, coalesce(a.hostname, r.from_address) AS fromName, r.to_id AS toServerId, coalesce(b.hostname, r.to_address) AS toName, r.transport, r.port,
        nullif(r.process_name, '') AS processName, r.connections, r.first_seen_at AS firstSeenAt, r.last_seen_at AS lastSeenAt
       FROM ${FROM} WHERE ${scope.sql} ORDER BY r.connections DESC, fromName, toName, r.port, r.process_name LIMIT ? OFFSET ?`,
      ...scope.parameters, input.limit, input.offset,
    );
    const [total] = database.allRaw<{ count: number }>(`${RESOLVED} SELECT count(*) AS count FROM ${FROM} WHERE ${scope.sql}`, ...scope.parameters);
    const [all] = database.allRaw<{ count: number }>('SELECT count(*) AS count FROM flow');
    return { rows, total: total?.count ?? 0, grandTotal: all?.count ?? 0 };
  });
}

/** Traffic between two different systems, added up per server port. */
export interface SystemFlow {
  readonly fromSystemId: string;
  readonly toSystemId: string;
  readonly transport: 'tcp' | 'udp';
  readonly port: number;
  readonly connections: number;
}

export function readSystemFlows(database: ProjectDatabase): SystemFlow[] {
  return database.allRaw<SystemFlow>(
    `${RESOLVED} SELECT a.system_id AS fromSystemId, b.system_id AS toSystemId, r.transport, r.port, sum(r.connections) AS connections FROM ${FROM}
     WHERE a.system_id IS NOT NULL AND b.system_id IS NOT NULL AND a.system_id <> b.system_id AND ${ONCE}
     GROUP BY a.system_id, b.system_id, r.transport, r.port ORDER BY a.system_id, b.system_id, r.transport, r.port`,
  );
}
