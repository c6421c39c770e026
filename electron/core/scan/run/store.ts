import { z } from 'zod';
import type { Id, JobId, ScanRunId, ScanTargetId } from '../../../../shared/kernel/ids.ts';
import type { HostError, HostErrorCode, HostKeyPolicy, PauseReason, ScanRun, ScanTarget } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { pathOf } from './dial-plan.ts';

/** What a run remembers of how it was started; never a secret. */
export interface StoredRunOptions {
  readonly hostKeyPolicy: HostKeyPolicy;
  readonly concurrency: number;
  readonly handshakesPerSecond: number;
  readonly useSudo: boolean;
  readonly jump: string | null;
  readonly credentialKind: 'agent' | 'key-file' | 'password' | 'vault' | 'none';
  /** Departments whose hosts wait. */
  readonly heldDepartments: readonly string[];
  readonly ignoreQuietHours: boolean;
}

const storedPace = z.object({ concurrency: z.number(), handshakesPerSecond: z.number(), heldDepartments: z.array(z.string()).default([]) });
/** The part of a run's options that can be changed while it is under way. */
export type StoredPace = z.infer<typeof storedPace>;

/** A target of a run that waits for its contact. */
export interface QueuedTarget extends ScanTarget {
  readonly id: ScanTargetId;
  readonly attempt: number;
}

export interface NewRun {
  readonly id: ScanRunId;
  readonly kind: ScanRun['kind'];
  readonly options: StoredRunOptions;
  readonly startedAt: string;
}

export interface LostContact {
  readonly target: ScanTarget;
  readonly serverId: string | undefined;
}

export interface TargetOutcome {
  readonly targetId: ScanTargetId;
  readonly state: 'done' | 'partial' | 'failed' | 'skipped';
  readonly errors: readonly HostError[];
  readonly serverId: string | null;
  /** When the contact failed: its target, and the server that one used to lead to. */
  readonly lost?: LostContact | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
}

const INSERT_TARGET = `INSERT INTO scan_target (id, run_id, position, host, port, user, name, department_name, tag, jump, identity_file, from_block, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued')`;

/** Only inside a transaction. */
export function insertRun(database: ProjectDatabase, run: NewRun, targets: readonly ScanTarget[], newId: () => string): void {
  database.run(database.sql.insertInto('scan_run').values({ id: run.id, kind: run.kind, state: 'running', options: JSON.stringify(run.options), started_at: run.startedAt }));
  insertTargets(database, run.id, targets, 0, newId);
}

function insertTargets(database: ProjectDatabase, runId: ScanRunId, targets: readonly ScanTarget[], firstPosition: number, newId: () => string): void {
  targets.forEach((target, index) => {
    database.runRaw(INSERT_TARGET, `target-${newId()}`, runId, firstPosition + index, target.host, target.port, target.user, target.name, target.departmentName, target.tag, target.jump, target.identityFile, target.fromBlock ? 1 : 0);
  });
}

/**
 * Gives a run the targets it has now: those it has read already, by name, stay as they are; open ones are made anew.
 * Only inside a transaction.
 */
export function replaceOpenTargets(database: ProjectDatabase, runId: ScanRunId, targets: readonly ScanTarget[], newId: () => string): void {
  database.runRaw(`DELETE FROM scan_target WHERE run_id = ? AND state NOT IN ('done', 'partial', 'failed')`, runId);
  const kept = new Set(database.allRaw<{ name: string | null }>('SELECT name FROM scan_target WHERE run_id = ?', runId).map((row) => row.name));
  insertTargets(database, runId, targets.filter((target) => !kept.has(target.name)), kept.size, newId);
}

/** Told by every screen: the figures of this project are a model's, not a city's. Only inside a transaction. */
export function markSampleProject(database: ProjectDatabase): void {
  database.run(database.sql.insertInto('meta').values({ key: 'sample', value: 'true' }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value: 'true' })));
}

export function linkRunToJob(database: ProjectDatabase, runId: ScanRunId, jobId: JobId): void {
  database.note(() => database.run(database.sql.updateTable('scan_run').set({ job_id: jobId }).where('id', '=', runId)));
}

/** The job that works or last worked on the run. */
export function jobOfRun(database: ProjectDatabase, runId: ScanRunId): JobId | undefined {
  const row = database.first(database.sql.selectFrom('scan_run').select('job_id').where('id', '=', runId));
  return row?.job_id ? asId<'job'>(row.job_id) : undefined;
}

/** Only inside a transaction. */
export function setRunState(database: ProjectDatabase, runId: ScanRunId, state: ScanRun['state'], finishedAt: string | null): void {
  database.run(database.sql.updateTable('scan_run').set({ state, finished_at: finishedAt }).where('id', '=', runId));
}

/** Undefined when there is no such run. */
export function loadPace(database: ProjectDatabase, runId: ScanRunId): StoredPace | undefined {
  const row = database.first(database.sql.selectFrom('scan_run').select('options').where('id', '=', runId));
  return row && storedPace.parse(JSON.parse(row.options));
}

export function isRunPaused(database: ProjectDatabase, runId: ScanRunId): boolean {
  return database.first(database.sql.selectFrom('scan_run').select('state').where('id', '=', runId))?.state === 'paused';
}

/** Only inside a transaction. */
export function savePace(database: ProjectDatabase, runId: ScanRunId, pace: StoredPace): void {
  database.runRaw('UPDATE scan_run SET options = json_patch(options, ?) WHERE id = ?', JSON.stringify(pace), runId);
}

/** Why the run stopped itself; null when it goes on. Only inside a transaction. */
export function setPausedBecause(database: ProjectDatabase, runId: ScanRunId, because: PauseReason | null): void {
  database.runRaw(`UPDATE scan_run SET options = json_set(options, '$.pausedBecause', ?) WHERE id = ?`, because, runId);
}

/** Only inside a transaction. */
export function setRunOptions(database: ProjectDatabase, runId: ScanRunId, options: StoredRunOptions): void {
  database.run(database.sql.updateTable('scan_run').set({ options: JSON.stringify(options) }).where('id', '=', runId));
}

export function loadRunKind(database: ProjectDatabase, runId: ScanRunId): ScanRun['kind'] | undefined {
  return database.first(database.sql.selectFrom('scan_run').select('kind').where('id', '=', runId))?.kind;
}

/** The latest run over SSH that was not finished, or else the latest of all. */
export function latestRunId(database: ProjectDatabase): ScanRunId | undefined {
  const row = database.first(database.sql.selectFrom('scan_run').select('id').where('kind', '=', 'ssh').orderBy((run) => run.case().when('state', '=', 'finished').then(1).else(0).end()).orderBy('started_at', 'desc').limit(1));
  return row ? asId<'scan-run'>(row.id) : undefined;
}

/** In the order of the list. Rows left `running` by a process that died wait like the others. */
export function loadQueue(database: ProjectDatabase, runId: ScanRunId): QueuedTarget[] {
  const rows = database.all(database.sql.selectFrom('scan_target').selectAll().where('run_id', '=', runId).where('state', 'in', ['queued', 'running']).orderBy('position'));
  return rows.map((row) => ({
    id: asId<'scan-target'>(row.id), attempt: row.attempt, host: row.host, port: row.port, user: row.user, name: row.name,
    departmentName: row.department_name, tag: row.tag, jump: row.jump, identityFile: row.identity_file, fromBlock: row.from_block === 1,
  }));
}

export function countTargets(database: ProjectDatabase, runId: ScanRunId): { total: number; open: number; read: number } {
  const [row] = database.allRaw<{ total: number; open: number; read: number }>(
    `SELECT count(*) AS total, coalesce(sum(state IN ('queued', 'running')), 0) AS open, coalesce(sum(state IN ('done', 'partial')), 0) AS read FROM scan_target WHERE run_id = ?`, runId);
  return row ?? { total: 0, open: 0, read: 0 };
}

/** Shown while a contact lasts; not needed for going on after a crash. */
export function markRunning(database: ProjectDatabase, targetIds: readonly ScanTargetId[], at: string): void {
  if (targetIds.length === 0) return;
  database.note(() => {
    for (const id of targetIds) database.runRaw(`UPDATE scan_target SET state = 'running', attempt = attempt + 1, started_at = ?, finished_at = NULL WHERE id = ?`, at, id);
  });
}

/** Only inside a transaction: the one that stores the facts. */
export function finishTarget(database: ProjectDatabase, outcome: TargetOutcome): void {
  database.runRaw(`UPDATE scan_target SET state = ?, errors = ?, server_id = coalesce(?, server_id), started_at = ?, finished_at = ?, duration_ms = ? WHERE id = ?`,
    outcome.state, JSON.stringify(outcome.errors), outcome.serverId, outcome.startedAt, outcome.finishedAt, outcome.durationMs, outcome.targetId);
}

/** Puts back what was begun but not finished. Only inside a transaction. */
export function requeueUnfinished(database: ProjectDatabase, runId: ScanRunId, states: readonly ('running' | 'skipped')[]): void {
  for (const state of states) database.runRaw(`UPDATE scan_target SET state = 'queued', errors = '[]' WHERE run_id = ? AND state = ?`, runId, state);
}

/** Names a place of the list: the same address behind another jump host is another one. */
export function placeKey({ host, port }: { readonly host: string; readonly port: number }, path: string): string {
  return `${host}:${port} ${path}`;
}

/** The server each place led to when it was last read, by any run. */
export function loadServersByPlace(database: ProjectDatabase): ReadonlyMap<string, string> {
  const rows = database.allRaw<{ host: string; port: number; jump: string | null; serverId: string }>(
    `SELECT target.host, target.port, coalesce(target.jump, json_extract(run.options, '$.jump')) AS jump, target.server_id AS serverId
     FROM scan_target AS target JOIN scan_run AS run ON run.id = target.run_id WHERE target.server_id IS NOT NULL ORDER BY target.finished_at`);
  return new Map(rows.map((row) => [placeKey(row, pathOf(row.jump)), row.serverId]));
}

/** Did another target of the run lead to the same machine? */
export function isReadByOther(database: ProjectDatabase, runId: ScanRunId, serverId: string, targetId: ScanTargetId): boolean {
  return database.allRaw(`SELECT 1 FROM scan_target WHERE run_id = ? AND server_id = ? AND id <> ? AND state IN ('done', 'partial') LIMIT 1`, runId, serverId, targetId).length > 0;
}

export interface RetryChoice {
  readonly codes?: readonly HostErrorCode[] | undefined;
  readonly targetIds?: readonly ScanTargetId[] | undefined;
}

/** Puts failed, partial and left-out hosts back: all, those with one of the codes, or those named. Only inside a transaction. */
export function requeueForRetry(database: ProjectDatabase, runId: ScanRunId, { codes, targetIds }: RetryChoice): void {
  const chosen = [codes ? `AND EXISTS (SELECT 1 FROM json_each(errors) WHERE json_extract(value, '$.code') IN (SELECT value FROM json_each(?)))` : '', targetIds ? `AND id IN (SELECT value FROM json_each(?))` : ''];
  const parameters = [codes, targetIds].filter((list) => list !== undefined).map((list) => JSON.stringify(list));
  database.runRaw(`UPDATE scan_target SET state = 'queued' WHERE run_id = ? AND state IN ('failed', 'partial', 'skipped') ${chosen.join(' ')}`, runId, ...parameters);
}

/** Ids read back from our own file were checked when they were made. */
function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}
