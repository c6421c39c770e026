import type { z } from 'zod';
import { SERVER_FIELDS, type serverSchema } from '../../../../shared/model/server.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';
import { FIELD_SQL, SERVER_TABLES, filterToSql } from '../filter/store.ts';

type ServerOutput = z.input<typeof serverSchema>;
type ServerRow = Omit<ServerOutput, 'overridden'> & { readonly overridden: string };

const COLUMNS = ['v.id', 'v.overridden', ...Object.entries(FIELD_SQL).map(([field, sql]) => `${sql} AS "${field}"`)].join(', ');
const SELECT = `SELECT ${COLUMNS} FROM ${SERVER_TABLES}`;

function toServer(row: ServerRow): ServerOutput {
  return { ...row, overridden: JSON.parse(row.overridden) as string[] };
}

export interface ServerTotals {
  readonly vcpuCount: number;
  readonly memBytes: number;
  readonly diskBytes: number;
  readonly usedStorageBytes: number;
}

export interface ServerListInput {
  /** Text of the filter language. */
  readonly filter: string;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  readonly offset: number;
  readonly limit: number;
}

function orderOf(sort: ServerListInput['sort']): string {
  const known = sort.flatMap(({ field, descending }) => {
    const spec = SERVER_FIELDS.find((candidate) => candidate.key === field);
    return spec ? [`${FIELD_SQL[spec.key]} ${spec.type === 'text' ? 'COLLATE NOCASE ' : ''}${descending ? 'DESC' : 'ASC'} NULLS LAST`] : [];
  });
  return [...known, 'v.hostname', 'v.id'].join(', ');
}

interface ListedRow {
  readonly id: string;
  readonly vcpuCount: number | null;
  readonly memBytes: number | null;
  readonly diskBytes: number | null;
  readonly usedStorageBytes: number | null;
}

function sumOf(rows: readonly ListedRow[]): ServerTotals {
  const totals = { vcpuCount: 0, memBytes: 0, diskBytes: 0, usedStorageBytes: 0 };
  for (const row of rows) {
    totals.vcpuCount += row.vcpuCount ?? 0;
    totals.memBytes += row.memBytes ?? 0;
    totals.diskBytes += row.diskBytes ?? 0;
    totals.usedStorageBytes += row.usedStorageBytes ?? 0;
  }
  return totals;
}

/**
 * One page of the filtered list, with the count and the sums of the whole filtered list. Throws `filter.invalid`.
 * The filter runs once: a city has few thousand servers, and five figures of each cost less than a second pass.
 */
export function listServers(database: ProjectDatabase, input: ServerListInput): { rows: ServerOutput[]; total: number; grandTotal: number; totals: ServerTotals } {
  const where = filterToSql(input.filter);
  return database.read(() => {
    const found = database.allRaw<ListedRow>(
      `SELECT v.id, v.vcpu_count AS vcpuCount, v.mem_bytes AS memBytes, v.disk_bytes AS diskBytes, v.used_storage_bytes AS usedStorageBytes FROM ${SERVER_TABLES} WHERE ${where.sql} ORDER BY ${orderOf(input.sort)}`,
      ...where.parameters,
    );
    const [all] = database.allRaw<{ count: number }>('SELECT count(*) AS count FROM server');
    const page = found.slice(input.offset, input.offset + input.limit).map((row) => row.id);
    return { rows: readServers(database, page), total: found.length, grandTotal: all?.count ?? 0, totals: sumOf(found) };
  });
}

/** Whole rows in the order of the ids; unknown ids are left out. */
export function readServers(database: ProjectDatabase, ids: readonly string[]): ServerOutput[] {
  const rows = database.allRaw<ServerRow>(`${SELECT} WHERE v.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, toServer(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every server that fits the filter, for features that judge them all. */
export function readAllServers(database: ProjectDatabase, filter = ''): ServerOutput[] {
  const where = filterToSql(filter);
  return database.allRaw<ServerRow>(`${SELECT} WHERE ${where.sql} ORDER BY v.hostname, v.id`, ...where.parameters).map(toServer);
}

/** Ids of the list that no server has. */
export function missingServers(database: ProjectDatabase, ids: readonly string[]): string[] {
  return database.allRaw<{ id: string }>('SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM server)', JSON.stringify(ids)).map((row) => row.id);
}

export interface DetailRow {
  readonly factsEvidenceId: string | null;
  readonly facts: Uint8Array | null;
  /** What the host kept itself. */
  readonly history: Uint8Array | null;
  /** What dwells saw. */
  readonly dwellHistory: Uint8Array | null;
  readonly profile: string | null;
}

export function readDetail(database: ProjectDatabase, serverId: string): DetailRow | undefined {
  const parameters: SqlValue[] = [serverId];
  return database.allRaw<DetailRow>(
    `SELECT f.evidence_id AS factsEvidenceId, f.body AS facts, u.history, u.dwell_history AS dwellHistory, u.profile FROM server v
     LEFT JOIN host_facts f ON f.server_id = v.id LEFT JOIN server_utilisation u ON u.server_id = v.id WHERE v.id = ?`,
    ...parameters,
  )[0];
}

const KEPT_CONTACTS = 50;

/** The latest contacts of a server, newest first; the first error of each stands for it. */
export function readContacts(database: ProjectDatabase, serverId: string): { at: string; state: string; errorCode: string | null }[] {
  return database.allRaw(
    `SELECT coalesce(finished_at, started_at) AS at, state, json_extract(errors, '$[0].code') AS errorCode FROM scan_target
     WHERE server_id = ? AND coalesce(finished_at, started_at) IS NOT NULL ORDER BY at DESC LIMIT ${KEPT_CONTACTS}`,
    serverId,
  );
}
