import type { ProjectDatabase } from '../../db/index.ts';

export interface ListedPlace {
  readonly name: string;
  /** As the target list has it: an address or a name. */
  readonly host: string;
  /** undefined when `host` is a name, or an address that means something on this computer only. */
  readonly address: string | undefined;
}

/**
 * A server of the same name: at the same address, or one that was never read and stands nowhere else. Departments name
 * their machines alike, so a name alone never leads to a machine that was read.
 */
const BY_NAME = `SELECT v.id FROM server v WHERE v.hostname = ? COLLATE NOCASE AND (
    (v.address = ? OR EXISTS (SELECT 1 FROM server_address a WHERE a.server_id = v.id AND a.address = ?))
    OR (v.last_seen_at IS NULL AND (v.address IS NULL OR ? IS NULL) AND NOT EXISTS (SELECT 1 FROM scan_target t WHERE t.server_id = v.id AND t.host <> ?)))
  ORDER BY v.created_at, v.id LIMIT 1`;
/** Another port of the address may be another machine: only a row no target led to yet, such as one of a register. */
const BY_ADDRESS = `SELECT v.id FROM server v WHERE v.address = ? AND v.last_seen_at IS NULL AND NOT EXISTS (SELECT 1 FROM scan_target t WHERE t.server_id = v.id)
  ORDER BY v.created_at, v.id LIMIT 1`;

/** The server a target that did not answer stands for, when one is known. */
export function findListedServer(database: ProjectDatabase, { name, host, address }: ListedPlace): string | undefined {
  const at = address ?? null;
  const [named] = database.allRaw<{ id: string }>(BY_NAME, name, at, at, at, host);
  if (named || address === undefined) return named?.id;
  return database.allRaw<{ id: string }>(BY_ADDRESS, address)[0]?.id;
}

/** True for a server known by a list or a register only. */
export function isUnread(database: ProjectDatabase, serverId: string): boolean {
  return database.allRaw('SELECT 1 FROM server WHERE id = ? AND last_seen_at IS NULL', serverId).length > 0;
}

/**
 * Inside a transaction: a row that stood for a target turned out to be a machine known already. What a person or a
 * register said about it is kept; then the row stays.
 */
export function dropStandIn(database: ProjectDatabase, standInId: string, serverId: string, listedBy: string): void {
  database.runRaw('UPDATE scan_target SET server_id = ? WHERE server_id = ?', serverId, standInId);
  database.runRaw(
    "DELETE FROM server WHERE id = ? AND last_seen_at IS NULL AND link_origin IS NOT 'hand' AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.server_id = server.id AND o.by <> ?)",
    standInId, listedBy,
  );
}
