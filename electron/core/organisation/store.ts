import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { departmentDraftSchema, departmentPatchSchema } from '../../../shared/model/department.ts';
import type { linkRuleSchema, systemDraftSchema, systemPatchSchema, systemSummarySchema } from '../../../shared/model/service-system.ts';
import type { ProjectDatabase, SqlValue } from '../db/index.ts';

type DepartmentDraft = z.output<typeof departmentDraftSchema>;
type DepartmentPatch = z.output<typeof departmentPatchSchema>;
type SystemDraft = z.output<typeof systemDraftSchema>;
type SystemPatch = z.output<typeof systemPatchSchema>;
type SystemSummary = z.input<typeof systemSummarySchema>;
type LinkRuleInput = z.input<typeof linkRuleSchema>;

export interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly grandTotal: number;
}

interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly contact: string | null;
}
export type DepartmentSummary = DepartmentRow & { readonly systemCount: number; readonly serverCount: number };

/** A literal part of a LIKE pattern. */
function likeText(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function count(database: ProjectDatabase, text: string, ...parameters: readonly SqlValue[]): number {
  return database.allRaw<{ count: number }>(text, ...parameters)[0]?.count ?? 0;
}

export function listDepartments(database: ProjectDatabase, input: { text: string; offset: number; limit: number }): Page<DepartmentSummary> {
  const like = likeText(input.text.trim());
  const where = "WHERE d.name || ' ' || coalesce(d.code, '') || ' ' || coalesce(d.sector, '') LIKE ? ESCAPE '\\'";
  const rows = database.allRaw<DepartmentSummary>(
    `SELECT d.id, d.name, d.code, d.sector, d.contact, (SELECT count(*) FROM system s WHERE s.department_id = d.id) AS systemCount,
      (SELECT count(*) FROM server v WHERE v.department_id = d.id) AS serverCount FROM department d ${where} ORDER BY d.name, d.id LIMIT ? OFFSET ?`,
    like, input.limit, input.offset,
  );
  return { rows, total: count(database, `SELECT count(*) AS count FROM department d ${where}`, like), grandTotal: count(database, 'SELECT count(*) AS count FROM department') };
}

export function findDepartment(database: ProjectDatabase, id: string): DepartmentRow | undefined {
  return database.first(database.sql.selectFrom('department').selectAll().where('id', '=', id));
}

/** Inside a transaction. */
export function insertDepartment(database: ProjectDatabase, id: string, draft: DepartmentDraft): void {
  database.run(database.sql.insertInto('department').values({ id, name: draft.name, code: draft.code ?? null, sector: draft.sector ?? null, contact: draft.contact ?? null }));
}

/** Inside a transaction: the id of the department of that name, made when there is none. */
export function ensureDepartment(database: ProjectDatabase, name: string, newId: () => string): string {
  const [known] = database.allRaw<{ id: string }>('SELECT id FROM department WHERE name = ?', name);
  if (known) return known.id;
  const id = `dep-${newId()}`;
  insertDepartment(database, id, { name });
  return id;
}

export function updateDepartment(database: ProjectDatabase, id: string, changes: DepartmentPatch): number {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return 0;
  return database.run(database.sql.updateTable('department').set(given).where('id', '=', id));
}

export function deleteDepartment(database: ProjectDatabase, id: string): number {
  const used = count(database, 'SELECT (SELECT count(*) FROM system WHERE department_id = ?) + (SELECT count(*) FROM server WHERE department_id = ?) AS count', id, id);
  if (used > 0) throw new AppError('record.in_use', { kind: 'department', id, count: used });
  return database.run(database.sql.deleteFrom('department').where('id', '=', id));
}

const SYSTEM_COLUMNS: Readonly<Record<keyof SystemPatch, string>> = {
  name: 'name', code: 'code', departmentId: 'department_id', criticality: 'criticality', environment: 'environment', protectionLevel: 'protection_level', classified: 'classified',
  owner: 'owner', downtimeHours: 'downtime_hours', earliestCutOver: 'earliest_cut_over', latestCutOver: 'latest_cut_over', note: 'note',
};

function systemValues(changes: SystemPatch): Record<string, SqlValue> {
  const entries = Object.entries(changes).filter((entry): entry is [keyof SystemPatch, Exclude<(typeof entry)[1], undefined>] => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [SYSTEM_COLUMNS[key], typeof value === 'boolean' ? Number(value) : value]));
}

/** Inside a transaction. */
export function insertSystem(database: ProjectDatabase, id: string, draft: SystemDraft): void {
  const values: Record<string, SqlValue> = { id, ...systemValues(draft) };
  const names = Object.keys(values);
  database.runRaw(`INSERT INTO system (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(values));
}

export function updateSystem(database: ProjectDatabase, id: string, changes: SystemPatch): number {
  const values = systemValues(changes);
  const names = Object.keys(values);
  if (names.length === 0) return 0;
  return database.runRaw(`UPDATE system SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...Object.values(values), id);
}

export function deleteSystem(database: ProjectDatabase, id: string): number {
  const used = count(database, 'SELECT count(*) AS count FROM tracking_entry WHERE system_id = ?', id);
  if (used > 0) throw new AppError('record.in_use', { kind: 'system', id, count: used });
  // Servers linked by hand go back to the rules; the foreign key only empties the link itself.
  database.run(database.sql.updateTable('server').set({ system_id: null, link_origin: null }).where('system_id', '=', id));
  return database.run(database.sql.deleteFrom('system').where('id', '=', id));
}

type SystemRow = Omit<SystemSummary, 'classified'> & { readonly classified: number | null };

const SYSTEM_SELECT = `SELECT s.id, s.name, s.code, s.department_id AS departmentId, s.criticality, s.environment, s.protection_level AS protectionLevel, s.classified, s.owner,
  s.downtime_hours AS downtimeHours, s.earliest_cut_over AS earliestCutOver, s.latest_cut_over AS latestCutOver, s.note, d.name AS departmentName,
  coalesce(t.serverCount, 0) AS serverCount, coalesce(t.vcpuCount, 0) AS vcpuCount, coalesce(t.memBytes, 0) AS memBytes, coalesce(t.usedStorageBytes, 0) AS usedStorageBytes
  FROM system s JOIN department d ON d.id = s.department_id
  LEFT JOIN (SELECT system_id, count(*) AS serverCount, sum(vcpu_count) AS vcpuCount, sum(mem_bytes) AS memBytes, sum(used_storage_bytes) AS usedStorageBytes FROM server GROUP BY system_id) t ON t.system_id = s.id`;

const SORTABLE = new Set(['name', 'code', 'departmentName', 'criticality', 'environment', 'protectionLevel', 'classified', 'owner', 'downtimeHours', 'earliestCutOver', 'latestCutOver', 'serverCount', 'vcpuCount', 'memBytes', 'usedStorageBytes']);
/** Words in their order of weight, not of the alphabet. */
const CRITICALITY_RANK = "CASE criticality WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 WHEN 'vital' THEN 4 END";

function orderOf(sort: readonly { field: string; descending: boolean }[]): string {
  const parts = sort.filter(({ field }) => SORTABLE.has(field)).map(({ field, descending }) => `${field === 'criticality' ? CRITICALITY_RANK : `"${field}"`} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  return [...parts, 'departmentName', 'name', 'id'].join(', ');
}

function toSystem(row: SystemRow): SystemSummary {
  return { ...row, classified: row.classified === null ? null : row.classified === 1 };
}

export interface SystemListInput {
  readonly text: string;
  readonly departmentId?: string | undefined;
  readonly sort: readonly { field: string; descending: boolean }[];
  readonly offset: number;
  readonly limit: number;
}

export function listSystems(database: ProjectDatabase, input: SystemListInput): Page<SystemSummary> {
  const where = `WHERE s.name || ' ' || coalesce(s.code, '') || ' ' || d.name || ' ' || coalesce(s.owner, '') LIKE ? ESCAPE '\\' ${input.departmentId === undefined ? '' : 'AND s.department_id = ?'}`;
  const parameters = [likeText(input.text.trim()), ...(input.departmentId === undefined ? [] : [input.departmentId])];
  const rows = database.allRaw<SystemRow>(`SELECT * FROM (${SYSTEM_SELECT} ${where}) ORDER BY ${orderOf(input.sort)} LIMIT ? OFFSET ?`, ...parameters, input.limit, input.offset);
  const total = count(database, `SELECT count(*) AS count FROM system s JOIN department d ON d.id = s.department_id ${where}`, ...parameters);
  return { rows: rows.map(toSystem), total, grandTotal: count(database, 'SELECT count(*) AS count FROM system') };
}

export function findSystem(database: ProjectDatabase, id: string): SystemSummary | undefined {
  const [row] = database.allRaw<SystemRow>(`${SYSTEM_SELECT} WHERE s.id = ?`, id);
  return row && toSystem(row);
}

export function listLinkRules(database: ProjectDatabase): LinkRuleInput[] {
  return database.allRaw<LinkRuleInput>('SELECT id, rank, system_id AS systemId, hostname_glob AS hostnameGlob, cidr, tag FROM link_rule ORDER BY rank, id');
}

/** Inside a transaction: the list replaces the former one; only rows that differ are touched. */
export function replaceLinkRules(database: ProjectDatabase, rules: readonly LinkRuleInput[]): void {
  const kept = new Set(rules.map((rule) => rule.id));
  for (const rule of listLinkRules(database)) if (!kept.has(rule.id)) database.run(database.sql.deleteFrom('link_rule').where('id', '=', rule.id));
  for (const rule of rules) {
    const values = { rank: rule.rank, system_id: rule.systemId, hostname_glob: rule.hostnameGlob, cidr: rule.cidr, tag: rule.tag };
    database.run(database.sql.insertInto('link_rule').values({ id: rule.id, ...values }).onConflict((conflict) => conflict.column('id').doUpdateSet(values)));
  }
}
