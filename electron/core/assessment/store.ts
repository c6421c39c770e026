import { z } from 'zod';
import { systemIdSchema, type ServerId, type SystemId } from '../../../shared/kernel/ids.ts';
import { strategyRuleSchema, strategySchema, type Strategy, type StrategyRule } from '../../../shared/model/strategy.ts';
import { serverProfileSchema, type ServerProfile } from '../../../shared/model/utilisation.ts';
import type { ServedPort } from '../../../shared/engine/strategy/served-software.ts';
import { DEFAULT_STRATEGY_RULES } from '../../../shared/engine/strategy/default-rules.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { readDocument, writeDocument } from '../db/document-store.ts';

interface ServerRow {
  readonly id: ServerId;
  readonly hostname: string;
  readonly systemId: SystemId | null;
  readonly kind: string;
  readonly osId: string | null;
  readonly osVersion: string | null;
  readonly architecture: string | null;
  readonly vcpuCount: number | null;
  readonly memBytes: number | null;
  readonly usedStorageBytes: number | null;
  readonly profile: string | null;
}
export type AssessedServerRow = Omit<ServerRow, 'profile'> & { readonly profile: ServerProfile | null };

/** Profiles are the bulk of the reading and change only with a scan of their server: each is parsed once. */
const parsedProfiles = new WeakMap<ProjectDatabase, Map<string, { readonly text: string; readonly profile: ServerProfile }>>();

function profileReader(database: ProjectDatabase): (serverId: string, text: string | null) => ServerProfile | null {
  const known = parsedProfiles.get(database) ?? new Map<string, { text: string; profile: ServerProfile }>();
  parsedProfiles.set(database, known);
  return (serverId, text) => {
    if (text === null) return null;
    const kept = known.get(serverId);
    if (kept?.text === text) return kept.profile;
    const profile = serverProfileSchema.parse(JSON.parse(text));
    known.set(serverId, { text, profile });
    return profile;
  };
}

/** Every server's id, by host name. */
export function loadServerIds(database: ProjectDatabase): string[] {
  return database.allRaw<{ id: string }>('SELECT id FROM server ORDER BY hostname, id').map(({ id }) => id);
}

/** These servers with their profiles, by host name; one that is gone by now is left out. */
export function loadServers(database: ProjectDatabase, serverIds: readonly string[]): AssessedServerRow[] {
  const rows = database.allRaw<ServerRow>(
    `SELECT s.id, s.hostname, s.system_id AS systemId, s.kind, s.os_id AS osId, s.os_version AS osVersion, s.architecture,
      s.vcpu_count AS vcpuCount, s.mem_bytes AS memBytes, s.used_storage_bytes AS usedStorageBytes, u.profile
     FROM server s LEFT JOIN server_utilisation u ON u.server_id = s.id WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.hostname, s.id`,
    JSON.stringify(serverIds),
  );
  const readProfile = profileReader(database);
  return rows.map((row) => ({ ...row, profile: readProfile(row.id, row.profile) }));
}

const systemRowSchema = z.object({
  id: systemIdSchema,
  name: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  criticality: z.enum(['low', 'medium', 'high', 'vital']).nullable(),
  environment: z.string().nullable(),
  protectionLevel: z.number().nullable(),
  classified: z.number().nullable().transform((value) => (value === null ? null : value === 1)),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
});
export type AssessedSystemRow = z.output<typeof systemRowSchema>;

/** Every system with its department, by name. */
export function loadSystems(database: ProjectDatabase): AssessedSystemRow[] {
  const rows = database.allRaw(
    `SELECT y.id, y.name, y.department_id AS departmentId, d.name AS departmentName, y.criticality, y.environment,
      y.protection_level AS protectionLevel, y.classified, y.earliest_cut_over AS earliest, y.latest_cut_over AS latest
     FROM system y JOIN department d ON d.id = y.department_id ORDER BY y.name, y.id`,
  );
  return rows.map((row) => systemRowSchema.parse(row));
}

/** systemId → the ports on which its servers were seen serving. */
export function loadServedPorts(database: ProjectDatabase): Map<string, ServedPort[]> {
  const rows = database.allRaw<{ systemId: string; port: number; processName: string }>(
    `SELECT DISTINCT s.system_id AS systemId, f.port, f.process_name AS processName FROM flow f JOIN server s ON s.id = f.server_id
     WHERE f.direction = 'inbound' AND s.system_id IS NOT NULL`,
  );
  const served = new Map<string, ServedPort[]>();
  for (const { systemId, port, processName } of rows) {
    const list = served.get(systemId) ?? [];
    list.push({ port, processName });
    served.set(systemId, list);
  }
  return served;
}

/** systemId → how many machines outside the system were seen as peers; systems without any flow are not in the map. */
export function loadPeerCounts(database: ProjectDatabase): Map<string, number> {
  const rows = database.allRaw<{ systemId: string; peers: number }>(
    `SELECT s.system_id AS systemId, count(DISTINCT CASE WHEN p.system_id IS s.system_id THEN NULL ELSE f.peer_address END) AS peers
     FROM flow f JOIN server s ON s.id = f.server_id
     LEFT JOIN server_address a ON a.address = f.peer_address LEFT JOIN server p ON p.id = a.server_id
     WHERE s.system_id IS NOT NULL GROUP BY s.system_id`,
  );
  return new Map(rows.map((row) => [row.systemId, row.peers]));
}

const rulesSchema = z.array(strategyRuleSchema);

export function loadRules(database: ProjectDatabase): StrategyRule[] {
  return readDocument(database, 'strategy-rules', rulesSchema) ?? [...DEFAULT_STRATEGY_RULES];
}

/** Inside a transaction. */
export function saveRules(database: ProjectDatabase, rules: readonly StrategyRule[]): void {
  writeDocument(database, 'strategy-rules', rules);
}

export function loadOverrides(database: ProjectDatabase): Map<string, { strategy: Strategy; reason: string }> {
  const rows = database.all(database.sql.selectFrom('strategy_override').select(['system_id', 'strategy', 'reason']));
  return new Map(rows.map((row) => [row.system_id, { strategy: strategySchema.parse(row.strategy), reason: row.reason }]));
}

export function systemExists(database: ProjectDatabase, systemId: string): boolean {
  return database.first(database.sql.selectFrom('system').select('id').where('id', '=', systemId)) !== undefined;
}

/** Inside a transaction. `undefined` takes the override away. */
export function saveOverride(database: ProjectDatabase, systemId: string, override: { strategy: Strategy; reason: string; by: string; at: string } | undefined): void {
  if (override === undefined) {
    database.run(database.sql.deleteFrom('strategy_override').where('system_id', '=', systemId));
    return;
  }
  const insert = database.sql.insertInto('strategy_override').values({ system_id: systemId, ...override });
  database.run(insert.onConflict((conflict) => conflict.column('system_id').doUpdateSet(override)));
}
