import { z } from 'zod';
import { scanRunIdSchema, type DepartmentId, type ScanRunId } from '../../../../shared/kernel/ids.ts';
import { hostErrorSchema, scanRunSchema, scanTargetResultSchema, type HostErrorCode, type ScanRun, type ScanTargetResult } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';

const LISTED_RUNS = 50;
const storedOptions = z.object({ hostKeyPolicy: scanRunSchema.shape.hostKeyPolicy, concurrency: z.number(), pausedBecause: scanRunSchema.shape.pausedBecause.default(null) });
const errorsSchema = z.array(hostErrorSchema);

interface RunRow {
  readonly id: string;
  readonly kind: ScanRun['kind'];
  readonly state: ScanRun['state'];
  readonly options: string;
  readonly started_at: string;
  readonly finished_at: string | null;
}

/** `isActive`: does this process work on the run? A run left `running` by a process that died is `interrupted`. */
function showRun(database: ProjectDatabase, row: RunRow, isActive: (runId: ScanRunId) => boolean): ScanRun {
  const runId = scanRunIdSchema.parse(row.id);
  const counts = { total: 0, queued: 0, running: 0, done: 0, partial: 0, failed: 0, skipped: 0 };
  const interrupted = row.state === 'running' && !isActive(runId);
  for (const { state, count } of database.allRaw<{ state: Exclude<keyof typeof counts, 'total'>; count: number }>('SELECT state, count(*) AS count FROM scan_target WHERE run_id = ? GROUP BY state', row.id)) {
    counts[state === 'running' && !isActive(runId) ? 'queued' : state] += count;
    counts.total += count;
  }
  const errorGroups = database.allRaw<{ code: HostErrorCode; count: number }>(
    `SELECT json_extract(each.value, '$.code') AS code, count(*) AS count FROM scan_target AS target, json_each(target.errors) AS each
     WHERE target.run_id = ? AND target.state IN ('failed', 'partial', 'skipped') GROUP BY 1 ORDER BY 2 DESC, 1`, row.id);
  const options = storedOptions.parse(JSON.parse(row.options));
  return scanRunSchema.parse({ id: row.id, kind: row.kind, state: interrupted ? 'interrupted' : row.state, startedAt: row.started_at, finishedAt: row.finished_at, ...options, counts, errorGroups });
}

/** The latest runs, newest first. */
export function listRuns(database: ProjectDatabase, isActive: (runId: ScanRunId) => boolean): ScanRun[] {
  return database.read(() => database.allRaw<RunRow>('SELECT * FROM scan_run ORDER BY started_at DESC, id LIMIT ?', LISTED_RUNS).map((row) => showRun(database, row, isActive)));
}

export function getRun(database: ProjectDatabase, runId: ScanRunId, isActive: (runId: ScanRunId) => boolean): ScanRun | undefined {
  return database.read(() => {
    const [row] = database.allRaw<RunRow>('SELECT * FROM scan_run WHERE id = ?', runId);
    return row ? showRun(database, row, isActive) : undefined;
  });
}

/** Hosts of a run by department and state; no department comes last. */
export function listDepartmentCounts(database: ProjectDatabase, runId: ScanRunId) {
  return database.allRaw<{ departmentName: string | null; state: ScanTargetResult['state']; count: number }>(
    'SELECT department_name AS departmentName, state, count(*) AS count FROM scan_target WHERE run_id = ? GROUP BY 1, 2 ORDER BY department_name IS NULL, department_name', runId);
}

/** Failed, partial and left-out hosts by department and code, largest first. */
export function listDepartmentErrors(database: ProjectDatabase, runId: ScanRunId) {
  return database.allRaw<{ departmentName: string | null; code: HostErrorCode; count: number }>(
    `SELECT target.department_name AS departmentName, json_extract(each.value, '$.code') AS code, count(*) AS count FROM scan_target AS target, json_each(target.errors) AS each
     WHERE target.run_id = ? AND target.state IN ('failed', 'partial', 'skipped') GROUP BY 1, 2 ORDER BY 3 DESC, 2`, runId);
}

export interface ResultFilter {
  readonly runId: ScanRunId;
  readonly states?: readonly ScanTargetResult['state'][] | undefined;
  readonly codes?: readonly HostErrorCode[] | undefined;
  readonly departmentId?: DepartmentId | undefined;
  /** Null: hosts listed without a department. */
  readonly departmentName?: string | null | undefined;
  readonly text?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const TARGETS = 'FROM scan_target AS target';
const WITH_NAMES = `${TARGETS} LEFT JOIN server ON server.id = target.server_id LEFT JOIN department ON department.name = target.department_name`;

function conditions(filter: ResultFilter): { where: string; parameters: SqlValue[] } {
  const parts: [string, SqlValue][] = [['target.run_id = ?', filter.runId]];
  if (filter.states) parts.push(['target.state IN (SELECT value FROM json_each(?))', JSON.stringify(filter.states)]);
  if (filter.codes) parts.push([`EXISTS (SELECT 1 FROM json_each(target.errors) AS each WHERE json_extract(each.value, '$.code') IN (SELECT value FROM json_each(?)))`, JSON.stringify(filter.codes)]);
  if (filter.departmentId) parts.push(['coalesce(server.department_id, department.id) = ?', filter.departmentId]);
  if (filter.departmentName !== undefined) parts.push(['target.department_name IS ?', filter.departmentName]);
  const text = filter.text?.trim();
  if (text) parts.push([`instr(lower(concat_ws(char(10), target.host, target.name, target.department_name, target.tag, server.hostname, server.os_name)), lower(?)) > 0`, text]);
  return { where: parts.map(([part]) => part).join(' AND '), parameters: parts.map(([, value]) => value) };
}

interface ResultRow {
  readonly errors: string;
  readonly [column: string]: string | number | null;
}

/** One page of the hosts of a run in the order of its list. */
export function listResults(database: ProjectDatabase, filter: ResultFilter): { rows: ScanTargetResult[]; total: number; grandTotal: number } {
  return database.read(() => {
    const { where, parameters } = conditions(filter);
    const rows = database.allRaw<ResultRow>(
      `SELECT target.id, target.host, target.port, target.user, target.name, target.department_name AS departmentName, target.tag, target.jump, target.identity_file AS identityFile,
         target.state, target.attempt, target.server_id AS serverId, server.hostname, server.os_name AS osName, target.errors, coalesce(server.department_id, department.id) AS departmentId,
         target.started_at AS startedAt, target.finished_at AS finishedAt, target.duration_ms AS durationMs
       ${WITH_NAMES} WHERE ${where} ORDER BY target.position LIMIT ? OFFSET ?`, ...parameters, filter.limit, filter.offset);
    const count = (from: string, condition: string, values: SqlValue[]): number => database.allRaw<{ count: number }>(`SELECT count(*) AS count ${from} WHERE ${condition}`, ...values)[0]?.count ?? 0;
    const needsNames = filter.departmentId !== undefined || filter.text !== undefined;
    return {
      rows: rows.map((row) => scanTargetResultSchema.parse({ ...row, errors: errorsSchema.parse(JSON.parse(row.errors)) })),
      total: count(needsNames ? WITH_NAMES : TARGETS, where, parameters),
      grandTotal: count(TARGETS, 'target.run_id = ?', [filter.runId]),
    };
  });
}
