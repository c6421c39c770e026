import type { z } from 'zod';
import type { flowRowSchema } from '../../../../shared/contract/inventory.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';

type FlowRow = z.input<typeof flowRowSchema>;

/** The server an address belongs to, when it belongs to exactly one. */
const PEER = '(SELECT CASE count(*) WHEN 1 THEN min(p.server_id) END FROM server_address p WHERE p.address = f.peer_address)';

/** Both ends of a flow as servers; `scope` narrows the rows before their peers are looked up. */
function resolved(scope: string): string {
  return `WITH known AS (SELECT f.*, ${PEER} AS peer_id FROM flow f WHERE ${scope}),
  resolved AS (
    SELECT CASE f.direction WHEN 'outbound' THEN f.server_id ELSE f.peer_id END AS from_id, CASE f.direction WHEN 'outbound' THEN f.peer_id ELSE f.server_id END AS to_id,
      CASE f.direction WHEN 'inbound' THEN f.peer_address END AS from_address, CASE f.direction WHEN 'outbound' THEN f.peer_address END AS to_address,
      f.direction, f.transport, f.port, f.process_name, f.connections, f.first_seen_at, f.last_seen_at FROM known f)`;
}

/** What one end saw arriving is left out when the other end saw it leaving: it is the same flow. */
const ONCE = `NOT (r.direction = 'inbound' AND r.from_id IS NOT NULL AND EXISTS (SELECT 1 FROM server_address own CROSS JOIN flow o
  WHERE own.server_id = r.to_id AND o.server_id = r.from_id AND o.direction = 'outbound' AND o.peer_address = own.address AND o.transport = r.transport AND o.port = r.port))`;

export interface FlowListInput {
  readonly serverId?: string | undefined;
  readonly systemId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const OF_SERVER = '(f.server_id = ? OR f.peer_address IN (SELECT address FROM server_address WHERE server_id = ?))';
const OF_SYSTEM = '(f.server_id IN (SELECT id FROM server WHERE system_id = ?) OR f.peer_address IN (SELECT n.address FROM server_address n JOIN server m ON m.id = n.server_id WHERE m.system_id = ?))';

const IN_SYSTEM = (id: string): string => `${id} IN (SELECT id FROM server WHERE system_id = ?)`;

function scopeOf({ serverId, systemId }: Omit<FlowListInput, 'offset' | 'limit'>): { narrow: string; exact: string; parameters: SqlValue[] } {
  const wanted = [
    { id: serverId, narrow: OF_SERVER, exact: '(r.from_id = ? OR r.to_id = ?)' },
    { id: systemId, narrow: OF_SYSTEM, exact: `(${IN_SYSTEM('r.from_id')} OR ${IN_SYSTEM('r.to_id')})` },
  ].flatMap(({ id, ...sql }) => (id === undefined ? [] : [{ id, ...sql }]));
  const ids = wanted.flatMap(({ id }) => [id, id]);
  return { narrow: ['true', ...wanted.map((part) => part.narrow)].join(' AND '), exact: [ONCE, ...wanted.map((part) => part.exact)].join(' AND '), parameters: [...ids, ...ids] };
}

export function countFlows(database: ProjectDatabase, input: Omit<FlowListInput, 'offset' | 'limit'>): { total: number; grandTotal: number } {
  const scope = scopeOf(input);
  const [found] = database.allRaw<{ count: number }>(`${resolved(scope.narrow)} SELECT count(*) AS count FROM resolved r WHERE ${scope.exact}`, ...scope.parameters);
  const [all] = database.allRaw<{ count: number }>('SELECT count(*) AS count FROM flow');
  return { total: found?.count ?? 0, grandTotal: all?.count ?? 0 };
}

/** One page, busiest first. Names are looked up for the page alone: for every flow of a city that would double the time. */
export function listFlows(database: ProjectDatabase, { offset, limit, ...wanted }: FlowListInput): FlowRow[] {
  const scope = scopeOf(wanted);
  const order = 'r.connections DESC, r.port, r.from_id, r.to_id, r.from_address, r.to_address, r.transport, r.process_name';
  return database.allRaw<FlowRow>(
    `${resolved(scope.narrow)}, page AS (SELECT * FROM resolved r WHERE ${scope.exact} ORDER BY ${order} LIMIT ? OFFSET ?)
     SELECT r.from_id AS fromServerId, coalesce(a.hostname, r.from_address) AS fromName, r.to_id AS toServerId, coalesce(b.hostname, r.to_address) AS toName, r.transport, r.port,
      nullif(r.process_name, '') AS processName, r.connections, r.first_seen_at AS firstSeenAt, r.last_seen_at AS lastSeenAt
     FROM page r LEFT JOIN server a ON a.id = r.from_id LEFT JOIN server b ON b.id = r.to_id ORDER BY ${order}`,
    ...scope.parameters, limit, offset,
  );
}
