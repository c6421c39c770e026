import type { CoreEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { Job, JobKind, JobState } from '../../../shared/model/job.ts';
import type { Logger } from '../ports/logger.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { ENDED_STATES, type JobRecord } from './job-record.ts';
import type { JobDefinition } from './job-service.ts';
import { saveJob } from './store.ts';

export type AnyDefinition = JobDefinition<unknown, unknown>;

export interface JobBoardOptions {
  /** The open project when it may be written; without one, jobs live in memory only. */
  readonly storage: () => ProjectDatabase | undefined;
  readonly publish: (event: CoreEvent) => void;
  readonly changed: (...topics: 'job'[]) => void;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The jobs of the open project: what is known of each, how it is shown, stored and told. */
export interface JobBoard {
  readonly definitions: Map<JobKind, AnyDefinition>;
  readonly records: Map<JobId, JobRecord>;
  /** What a job was given beside its stored input; in memory only, until it ends for good. */
  readonly secrets: Map<JobId, object>;
  readonly definitionOf: (kind: JobKind) => AnyDefinition;
  /** Throws `job.not_found`. */
  readonly recordOf: (jobId: JobId) => JobRecord;
  readonly show: (record: JobRecord) => Job;
  readonly tell: (record: JobRecord) => void;
  /** Changes the state, stores it with a line of history, tells it, and wakes who waits for the end. */
  readonly moveTo: (record: JobRecord, state: JobState, detail?: string) => void;
  readonly ended: (jobId: JobId) => Promise<Job>;
}

const RESUMABLE_STATES: ReadonlySet<JobState> = new Set(['paused', 'cancelled', 'interrupted', 'failed']);

export function createJobBoard(options: JobBoardOptions): JobBoard {
  const definitions: JobBoard['definitions'] = new Map();
  const records: JobBoard['records'] = new Map();
  const secrets: JobBoard['secrets'] = new Map();
  const waiters = new Map<JobId, ((job: Job) => void)[]>();
  const show = (record: JobRecord): Job => {
    const definition = definitions.get(record.kind);
    // Goes on by itself when its kind says so, or when it was paused here and its secrets are still in memory.
    const canGoOn = definition?.resumable === true || (record.state === 'paused' && secrets.has(record.id));
    const { input: _input, result, ...shown } = record;
    return { ...shown, result: result ?? null, pausable: definition?.pausable === true && !ENDED_STATES.has(record.state), resumable: RESUMABLE_STATES.has(record.state) && canGoOn };
  };
  const tell = (record: JobRecord) => options.publish({ topic: 'job.progressed', payload: show(record) });
  const store = (record: JobRecord, detail: string) => {
    // A job that outlived its project must not be written into the next one.
    if (records.get(record.id) !== record) return;
    try {
      const storage = options.storage();
      if (storage) saveJob(storage, record, options.now().toISOString(), detail);
    } catch (error) {
      // The job's own failure may be a full disk; the state in memory is still told.
      options.log.error('job.not_stored', { jobId: record.id, state: record.state, error });
    }
  };
  return {
    definitions,
    records,
    secrets,
    show,
    tell,
    definitionOf: (kind) => {
      const definition = definitions.get(kind);
      if (!definition) throw new Error(`No job of kind ${kind} is defined`);
      return definition;
    },
    recordOf: (jobId) => {
      const record = records.get(jobId);
      if (!record) throw new AppError('job.not_found', { jobId });
      return record;
    },
    moveTo: (record, state, detail = '') => {
      record.state = state;
      if (ENDED_STATES.has(state)) record.finishedAt = options.now().toISOString();
      if (state === 'succeeded' || state === 'cancelled') secrets.delete(record.id);
      store(record, detail);
      tell(record);
      options.changed('job');
      if (!ENDED_STATES.has(state)) return;
      for (const waiter of waiters.get(record.id) ?? []) waiter(show(record));
      waiters.delete(record.id);
    },
    ended: (jobId) => new Promise((resolve) => waiters.set(jobId, [...(waiters.get(jobId) ?? []), resolve])),
  };
}
