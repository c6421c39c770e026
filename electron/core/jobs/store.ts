import { z } from 'zod';
import { JOB_KINDS, JOB_STATES, jobProgressSchema, jobSchema } from '../../../shared/model/job.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { NO_PROGRESS, type JobRecord } from './job-record.ts';

const KEPT_JOBS = 200;

const rowSchema = z.object({
  id: jobSchema.shape.id,
  kind: z.enum(JOB_KINDS),
  input: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
  state: z.enum(JOB_STATES),
  progress: z.string().transform((text) => jobProgressSchema.catch(NO_PROGRESS).parse(JSON.parse(text))),
  attempt: z.number(),
  error: z.string().nullable().transform((text) => jobSchema.shape.error.parse(text === null ? null : JSON.parse(text))),
  result: z.string().nullable().transform((text): unknown => (text === null ? null : JSON.parse(text))),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
});

function toRow(record: JobRecord) {
  return {
    id: record.id,
    kind: record.kind,
    input: JSON.stringify(record.input),
    state: record.state,
    progress: JSON.stringify(record.progress),
    attempt: record.attempt,
    error: record.error === null ? null : JSON.stringify(record.error),
    result: record.result === null || record.result === undefined ? null : JSON.stringify(record.result),
    created_at: record.createdAt,
    started_at: record.startedAt,
    finished_at: record.finishedAt,
  };
}

/** Writes the row and, when the state changed, a line of its history. */
export function saveJob(database: ProjectDatabase, record: JobRecord, at: string, detail: string | undefined): void {
  database.note(() => {
    const row = toRow(record);
    const { id: _id, ...changes } = row;
    database.run(database.sql.insertInto('job').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(changes)));
    if (detail !== undefined) database.run(database.sql.insertInto('job_event').values({ job_id: record.id, at, state: record.state, detail }));
  });
}

/** The latest jobs, oldest first. */
export function loadJobs(database: ProjectDatabase): JobRecord[] {
  const rows = database.all(database.sql.selectFrom('job').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(KEPT_JOBS));
  return rows.reverse().map((raw) => {
    const row = rowSchema.parse(raw);
    return {
      id: row.id, kind: row.kind, input: row.input, state: row.state, progress: row.progress, attempt: row.attempt, error: row.error, result: row.result,
      createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at,
    };
  });
}
