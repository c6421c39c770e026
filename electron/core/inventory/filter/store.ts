import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { FilterTerm } from '../../../../shared/engine/filter/filter-term.ts';
import { parseFilter } from '../../../../shared/engine/filter/parse-filter.ts';
import type { ServerField } from '../../../../shared/model/server.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';

/** Each field as an SQL expression over `server v`, `department d`, `system s`. */
export const FIELD_SQL: Readonly<Record<ServerField, string>> = {
  hostname: 'v.hostname', address: 'v.address', departmentId: 'v.department_id', departmentName: 'd.name', systemId: 'v.system_id', systemName: 's.name', kind: 'v.kind', technology: 'v.technology',
  osId: 'v.os_id', osName: 'v.os_name', osVersion: 'v.os_version', kernel: 'v.kernel', architecture: 'v.architecture', cpuModel: 'v.cpu_model', vcpuCount: 'v.vcpu_count', memBytes: 'v.mem_bytes',
  diskBytes: 'v.disk_bytes', usedStorageBytes: 'v.used_storage_bytes', cpuP95Ratio: 'v.cpu_p95_ratio', memP95Ratio: 'v.mem_p95_ratio', sampleCount: 'v.sample_count', confidenceStars: 'v.confidence_stars',
  packageCount: 'v.package_count', listenerCount: 'v.listener_count', uptimeSeconds: 'v.uptime_seconds', environment: 'v.environment', note: 'v.note', tag: 'v.tag', scanState: 'v.scan_state',
  lastErrorCode: 'v.last_error_code', lastSeenAt: 'v.last_seen_at',
};

export const SERVER_TABLES = 'server v LEFT JOIN department d ON d.id = v.department_id LEFT JOIN system s ON s.id = v.system_id';

const ALL_TEXT = ['hostname', 'address', 'departmentName', 'systemName', 'osName', 'osId', 'architecture', 'tag', 'note', 'environment'] as const;
const ANY_ADDRESS = 'EXISTS (SELECT 1 FROM server_address a WHERE a.server_id = v.id AND instr(a.address, ?) > 0)';

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function conditionOf(term: FilterTerm): SqlCondition {
  if (term.kind === 'words') {
    const haystack = ALL_TEXT.map((field) => `coalesce(${FIELD_SQL[field]}, '')`).join(" || ' ' || ");
    const needle = term.text.toLowerCase();
    return { sql: `(instr(lower(${haystack}), ?) > 0 OR ${ANY_ADDRESS})`, parameters: [needle, needle] };
  }
  const column = FIELD_SQL[term.field];
  if (term.kind === 'unknown') return { sql: `${column} IS NULL`, parameters: [] };
  if (term.kind === 'contains') {
    const values = term.values.map((value) => value.toLowerCase());
    const one = term.field === 'address' ? `(instr(coalesce(${column}, ''), ?) > 0 OR ${ANY_ADDRESS})` : `instr(lower(${column}), ?) > 0`;
    return { sql: `(${values.map(() => one).join(' OR ')})`, parameters: values.flatMap((value) => (term.field === 'address' ? [value, value] : [value])) };
  }
  const collate = typeof term.value === 'string' ? ' COLLATE NOCASE' : '';
  return { sql: `${column} ${term.comparison} ?${collate}`, parameters: [term.value] };
}

/** All terms joined; a turned-round term also holds where nothing is known. */
export function termsToSql(terms: readonly FilterTerm[]): SqlCondition {
  if (terms.length === 0) return { sql: 'true', parameters: [] };
  const parts = terms.map((term) => {
    const condition = conditionOf(term);
    return term.negated ? { ...condition, sql: `NOT coalesce(${condition.sql}, false)` } : condition;
  });
  return { sql: parts.map((part) => part.sql).join(' AND '), parameters: parts.flatMap((part) => part.parameters) };
}

/** A filter text as a condition over SERVER_TABLES. Throws `filter.invalid` with the place and the reason. */
export function filterToSql(text: string): SqlCondition {
  const result = parseFilter(text);
  if (!result.ok) throw new AppError('filter.invalid', { at: result.problem.at, reason: result.problem.reason, text: result.problem.text.slice(0, 80) });
  return termsToSql(result.terms);
}

const SUGGESTED_VALUES = 12;

/** The most frequent values of a field that hold the text typed so far. */
export function commonValues(database: ProjectDatabase, field: ServerField, part: string): { value: string; count: number }[] {
  const column = FIELD_SQL[field];
  return database.allRaw<{ value: string; count: number }>(
    `SELECT CAST(${column} AS TEXT) AS value, count(*) AS count FROM ${SERVER_TABLES} WHERE ${column} IS NOT NULL AND instr(lower(${column}), ?) > 0 GROUP BY ${column} ORDER BY count DESC, value LIMIT ${SUGGESTED_VALUES}`,
    part.toLowerCase(),
  );
}
