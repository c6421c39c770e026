import { z } from 'zod';
import { JOB_KINDS, JOB_STATES, jobProgressSchema, jobSchema } from '../../../shared/model/job.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { NO_PROGRESS, type JobRecord } from './job-record.ts';

const KEPT_JOBS = 200;

/** Text that must be JSON; anything else fails the row, not the program. */
const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('json');
    return z.NEVER;
  }
});

const rowSchema = z.object({
  id: jobSchema.shape.id,
  kind: z.enum(JOB_KINDS),
  input: jsonText.pipe(z.record(z.string(), z.unknown())),
  state: z.enum(JOB_STATES),
  progress: jsonText.pipe(jobProgressSchema.catch(NO_PROGRESS)),
  attempt: z.number(),
  error: z.union([z.null(), jsonText.pipe(jobSchema.shape.error)]),
  result: z.union([z.null(), jsonText]),
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

/** The latest jobs, oldest first. Rows that do not hold what we write are left out: they must not keep a project from opening. */
export function loadJobs(database: ProjectDatabase): JobRecord[] {
  const rows = database.all(database.sql.selectFrom('job').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(KEPT_JOBS));
  return rows.reverse().flatMap((raw): JobRecord[] => {
    const row = rowSchema.safeParse(raw).data;
    if (!row) return [];
    const { created_at: createdAt, started_at: startedAt, finished_at: finishedAt, ...same } = row;
    return [{ ...same, createdAt, startedAt, finishedAt }];
  });
}
