import type { ProjectDatabase } from '../db/index.ts';
import type { ImportKind } from './import-fields.ts';
import { recordKey, type KnownRecords } from './plan-rows.ts';
import type { ImportedValue } from './read-value.ts';

type Row = Readonly<Record<string, string | number | null>>;

const SELECT: Readonly<Record<ImportKind, string>> = {
  departments: 'SELECT id, name, code, sector, contact FROM department',
  systems: `SELECT s.id, s.name, d.name AS department, s.code, s.criticality, s.environment, s.protection_level AS protectionLevel, s.classified, s.owner,
    s.downtime_hours AS downtimeHours, s.earliest_cut_over AS earliestCutOver, s.latest_cut_over AS latestCutOver, s.note FROM system s JOIN department d ON d.id = s.department_id`,
  servers: `SELECT v.id, v.hostname, v.address, d.name AS department, s.name AS system, v.kind, v.os_name AS osName, v.os_version AS osVersion, v.architecture, v.cpu_model AS cpuModel,
    v.vcpu_count AS vcpuCount, v.mem_bytes AS memBytes, v.disk_bytes AS diskBytes, v.used_storage_bytes AS usedStorageBytes, v.environment, v.tag, v.note
    FROM server v LEFT JOIN department d ON d.id = v.department_id LEFT JOIN system s ON s.id = v.system_id`,
};

function valuesOf(row: Row): Record<string, ImportedValue | null> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key === 'classified' && value !== null ? value === 1 : value]));
}

function keyOfRow(kind: ImportKind, row: Row): string {
  if (kind === 'systems') return recordKey(String(row['department']), String(row['name']));
  return recordKey(String(row[kind === 'departments' ? 'name' : 'hostname']));
}

/** What the project holds of a kind, by the key that rows are matched with. */
export function knownRecords(database: ProjectDatabase, kind: ImportKind): KnownRecords {
  const rows = database.allRaw<Row>(SELECT[kind]);
  return new Map(rows.map((row) => [keyOfRow(kind, row), { id: String(row['id']), values: valuesOf(row) }]));
}

/** Servers that go by one of the names or addresses. */
export function serverIdsNamed(database: ProjectDatabase, names: readonly string[]): string[] {
  const found = database.allRaw<{ id: string }>(
    `SELECT DISTINCT v.id FROM server v LEFT JOIN server_address a ON a.server_id = v.id JOIN json_each(?) n ON lower(v.hostname) = lower(n.value) OR v.address = n.value OR a.address = n.value`,
    JSON.stringify(names),
  );
  return found.map((row) => row.id);
}

/** Inside a transaction: links servers to a system as the register says; a link by hand stays. */
export function linkAsImported(database: ProjectDatabase, serverIds: readonly string[], systemId: string): number {
  return serverIds.reduce((sum, id) => sum + database.runRaw("UPDATE server SET system_id = ?, link_origin = 'import' WHERE id = ? AND link_origin IS NOT 'hand'", systemId, id), 0);
}

/** The system of that name, when there is exactly one. */
export function systemIdNamed(database: ProjectDatabase, name: string): string | undefined {
  const found = database.allRaw<{ id: string }>('SELECT id FROM system WHERE name = ? OR code = ? LIMIT 2', name, name);
  return found.length === 1 ? found[0]?.id : undefined;
}
