import type { Source } from '../../../../shared/model/provenance.ts';
import { serverSchema } from '../../../../shared/model/server.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';
import { OBSERVED_COLUMNS, isObservedField, type ObservedField, type ObservedValue } from '../observed-fields.ts';
import { currentValue, type Latest } from './current-value.ts';

/** Where new values come from. */
export interface Origin {
  readonly source: Source;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly runId?: string | undefined;
  readonly evidenceId?: string | undefined;
}

export interface NewObservation {
  readonly field: ObservedField;
  readonly value: ObservedValue;
  readonly section?: string | undefined;
}

interface LatestRow {
  readonly field: string;
  readonly source: Source;
  readonly value: string;
}

// SQLite takes the bare column `value` from the row that holds max(id).
const LATEST = 'SELECT field, source, value, max(id) AS id FROM observation WHERE server_id = ? GROUP BY field, source';
const INSERT = 'INSERT INTO observation (server_id, field, value, source, by, at, run_id, evidence_id, section) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** The latest word of every source on each field of one server. */
export type KnownValues = Map<ObservedField, Latest[]>;

export function readKnownValues(database: ProjectDatabase, serverId: string): KnownValues {
  const fields: KnownValues = new Map();
  for (const row of database.allRaw<LatestRow>(LATEST, serverId)) {
    if (!isObservedField(row.field)) continue;
    fields.set(row.field, [...(fields.get(row.field) ?? []), { source: row.source, value: JSON.parse(row.value) as ObservedValue }]);
  }
  return fields;
}

/** Hosts and registers say what they like; a column takes only what its field allows. */
export function fits({ field, value }: NewObservation): boolean {
  return value === null || serverSchema.shape[field].safeParse(value).success;
}

/** Inside a transaction: appends what differs from the last word of the same source; values no field allows are left out. Returns how many were new. */
export function observe(database: ProjectDatabase, serverId: string, values: readonly NewObservation[], origin: Origin): number {
  return observeBeside(database, serverId, readKnownValues(database, serverId), values, origin);
}

/** The same beside values read before, which are kept up to date: for several origins in a row without reading each time. */
export function observeBeside(database: ProjectDatabase, serverId: string, known: KnownValues, values: readonly NewObservation[], origin: Origin): number {
  let added = 0;
  for (const { field, value, section } of values.filter(fits)) {
    const latest = known.get(field) ?? [];
    const former = latest.find((entry) => entry.source === origin.source)?.value ?? null;
    if (former === value) continue;
    database.runRaw(INSERT, serverId, field, JSON.stringify(value), origin.source, origin.by, origin.at, origin.runId ?? null, origin.evidenceId ?? null, section ?? null);
    known.set(field, [...latest.filter((entry) => entry.source !== origin.source), { source: origin.source, value }]);
    added += 1;
  }
  return added;
}

const COLUMNS = Object.entries(OBSERVED_COLUMNS) as [keyof typeof OBSERVED_COLUMNS, string][];
/** A row cannot be without these two; they keep what they have, or say that nothing is known. */
const ASSIGNMENTS = COLUMNS.map(([field, column]) => (field === 'hostname' ? `${column} = coalesce(?, ${column})` : field === 'kind' ? `${column} = coalesce(?, 'unknown')` : `${column} = ?`));
const UPDATE = `UPDATE server SET ${ASSIGNMENTS.join(', ')}, overridden = ? WHERE id = ?`;

/** Inside a transaction: brings the row of `server` in step with its observations. */
export function deriveServer(database: ProjectDatabase, serverId: string, known = readKnownValues(database, serverId)): void {
  const values = COLUMNS.map(([field]): SqlValue => currentValue(known.get(field) ?? [])?.value ?? null);
  const overridden = COLUMNS.map(([field]) => field).filter((field) => (known.get(field) ?? []).some((entry) => entry.source === 'entered' && entry.value !== null));
  database.runRaw(UPDATE, ...values, JSON.stringify(overridden), serverId);
}

export interface StoredObservation {
  readonly field: string;
  readonly value: ObservedValue;
  readonly source: Source;
  readonly by: string;
  readonly at: string;
  readonly runId: string | null;
  readonly evidenceId: string | null;
  readonly section: string | null;
}

/** The latest word of every source on every field, the one in force first. */
export function listObservations(database: ProjectDatabase, serverId: string): StoredObservation[] {
  const rows = database.allRaw<Omit<StoredObservation, 'value'> & { value: string }>(
    `SELECT field, source, value, by, at, run_id AS runId, evidence_id AS evidenceId, section, max(id) AS id FROM observation WHERE server_id = ? GROUP BY field, source
     ORDER BY field, CASE source WHEN 'entered' THEN 1 WHEN 'scanned' THEN 2 WHEN 'imported' THEN 3 ELSE 4 END`,
    serverId,
  );
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as ObservedValue })).filter((row) => row.value !== null);
}
