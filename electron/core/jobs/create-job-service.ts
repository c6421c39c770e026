import { AppError } from '../../../shared/kernel/app-error.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { Job, JobKind, JobState } from '../../../shared/model/job.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Logger } from '../app/logger.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { ENDED_STATES, NO_PROGRESS, type JobRecord } from './job-record.ts';
import type { JobDefinition, JobRun, JobService } from './job-service.ts';
import { createProgressThrottle } from './progress-throttle.ts';
import { loadJobs, saveJob } from './store.ts';

export interface JobServiceOptions {
  /** The open project when it may be written; without one, jobs live in memory only. */
  readonly storage: () => ProjectDatabase | undefined;
  readonly publish: (event: CoreEvent) => void;
  readonly changed: (...topics: 'job'[]) => void;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Told by the project feature: jobs belong to the project that is open. */
export interface JobLifecycle {
  /** Reads the jobs of a project just opened; what was running when its process died becomes `interrupted`. */
  attach(): void;
  detach(): void;
}

interface Activity {
  readonly controller: AbortController;
  reason: 'cancel' | 'pause' | 'shutdown' | undefined;
}

type AnyDefinition = JobDefinition<unknown, unknown>;

/** Why a run that stopped by an abort ended. */
const STATE_BY_REASON = { cancel: 'cancelled', pause: 'paused', shutdown: 'interrupted' } as const;

export function createJobService(options: JobServiceOptions): JobService & JobLifecycle {
  const definitions = new Map<JobKind, AnyDefinition>();
  const records = new Map<JobId, JobRecord>();
  const secretsOf = new Map<JobId, object>();
  const activities = new Map<JobId, Activity>();
  const waiters = new Map<JobId, ((job: Job) => void)[]>();
  const isoNow = () => options.now().toISOString();

  const definitionOf = (kind: JobKind): AnyDefinition => {
    const definition = definitions.get(kind);
    if (!definition) throw new Error(`No job of kind ${kind} is defined`);
    return definition;
  };
  const recordOf = (jobId: JobId): JobRecord => {
    const record = records.get(jobId);
    if (!record) throw new AppError('job.not_found', { jobId });
    return record;
  };
  /** A job may go on by itself when its kind says so, or when it was paused here and its secrets are still in memory. */
  const isResumable = (record: JobRecord) => definitions.get(record.kind)?.resumable === true || (record.state === 'paused' && secretsOf.has(record.id));
  const show = (record: JobRecord): Job => ({
    id: record.id, kind: record.kind, state: record.state, progress: record.progress, pausable: definitions.get(record.kind)?.pausable === true && !ENDED_STATES.has(record.state),
    resumable: ['paused', 'cancelled', 'interrupted', 'failed'].includes(record.state) && isResumable(record), attempt: record.attempt, error: record.error, result: record.result ?? null,
    createdAt: record.createdAt, startedAt: record.startedAt, finishedAt: record.finishedAt,
  });
  const persist = (record: JobRecord, detail?: string) => {
    const storage = options.storage();
    if (storage) saveJob(storage, record, isoNow(), detail);
  };
  const tell = (record: JobRecord) => options.publish({ topic: 'job.progressed', payload: show(record) });

  const moveTo = (record: JobRecord, state: JobState, detail = '') => {
    record.state = state;
    if (ENDED_STATES.has(state)) record.finishedAt = isoNow();
    if (state === 'succeeded' || state === 'cancelled') secretsOf.delete(record.id);
    try {
      persist(record, detail);
    } catch (error) {
      // The job's own failure may be a full disk; the state in memory is still told.
      options.log.error('job.not_stored', { jobId: record.id, state, error });
    }
    tell(record);
    options.changed('job');
    if (!ENDED_STATES.has(state)) return;
    for (const waiter of waiters.get(record.id) ?? []) waiter(show(record));
    waiters.delete(record.id);
  };

  const endWithError = (record: JobRecord, activity: Activity, error: unknown) => {
    if (activity.reason) {
      moveTo(record, STATE_BY_REASON[activity.reason]);
      return;
    }
    const known = error instanceof AppError && error.code !== 'internal';
    const ref = options.newId();
    if (!known) options.log.error('job.failed', { jobId: record.id, kind: record.kind, ref, error });
    record.error = known ? { ...error.toPayload(), params: { ...error.params } } : { code: 'internal', params: { ref }, ref };
    moveTo(record, 'failed', record.error.code);
  };

  const runOf = (record: JobRecord, activity: Activity): JobRun<unknown> & { flush: () => void } => {
    const throttle = createProgressThrottle(() => tell(record), () => performance.now());
    return {
      jobId: record.id,
      input: { ...record.input, ...secretsOf.get(record.id) },
      attempt: record.attempt,
      signal: activity.controller.signal,
      reason: () => activity.reason,
      report: (progress) => {
        record.progress = { ...NO_PROGRESS, ...progress };
        throttle.request();
      },
      flush: throttle.flush,
    };
  };

  const execute = async (record: JobRecord) => {
    const activity: Activity = { controller: new AbortController(), reason: undefined };
    activities.set(record.id, activity);
    record.attempt += 1;
    record.startedAt = isoNow();
    record.finishedAt = null;
    record.error = null;
    moveTo(record, 'running');
    const run = runOf(record, activity);
    try {
      record.result = (await definitionOf(record.kind).run(run)) ?? null;
      run.flush();
      if (activity.reason && activity.reason !== 'cancel') moveTo(record, STATE_BY_REASON[activity.reason]);
      else if (activity.reason === 'cancel') moveTo(record, 'cancelled');
      else {
        record.progress = { ...record.progress, fraction: 1, current: null, etaSeconds: null };
        moveTo(record, 'succeeded');
      }
    } catch (error) {
      run.flush();
      endWithError(record, activity, error);
    } finally {
      activities.delete(record.id);
      startNext();
    }
  };

  /** One job of a kind at a time; the oldest waits least. */
  const startNext = () => {
    for (const record of records.values()) {
      if (record.state !== 'queued') continue;
      const busy = [...records.values()].some((other) => other.kind === record.kind && activities.has(other.id));
      if (!busy) void execute(record);
    }
  };

  const stop = (jobId: JobId, reason: 'cancel' | 'pause' | 'shutdown') => {
    const activity = activities.get(jobId);
    if (!activity || activity.reason === 'cancel') return;
    activity.reason = reason;
    activity.controller.abort();
  };

  const requeue = (record: JobRecord) => {
    record.progress = { ...record.progress, current: null, etaSeconds: null, ratePerSecond: null };
    moveTo(record, 'queued');
    queueMicrotask(startNext);
  };

  return {
    define: (definition) => {
      const run = definition.run as AnyDefinition['run'];
      definitions.set(definition.kind, { ...definition, run });
    },
    start: (kind, input, secrets) => {
      definitionOf(kind);
      const record: JobRecord = {
        id: `job-${options.newId()}` as JobId, kind, input, state: 'queued', progress: NO_PROGRESS, attempt: 0, error: null, result: null, createdAt: isoNow(), startedAt: null, finishedAt: null,
      };
      if (secrets) secretsOf.set(record.id, secrets);
      records.set(record.id, record);
      requeue(record);
      return record.id;
    },
    get: (jobId) => {
      const record = records.get(jobId);
      return record ? show(record) : undefined;
    },
    list: () => [...records.values()].reverse().map(show),
    cancel: (jobId) => {
      const record = recordOf(jobId);
      if (activities.has(jobId)) stop(jobId, 'cancel');
      else if (record.state === 'queued' || record.state === 'paused') moveTo(record, 'cancelled');
      return show(record);
    },
    pause: (jobId) => {
      const record = recordOf(jobId);
      if (!definitionOf(record.kind).pausable || !activities.has(jobId)) throw new AppError('job.not_resumable', { jobId, state: record.state });
      stop(jobId, 'pause');
      return show(record);
    },
    resume: (jobId) => {
      const record = recordOf(jobId);
      if (!show(record).resumable) throw new AppError('job.not_resumable', { jobId, state: record.state });
      requeue(record);
      return show(record);
    },
    finished: (jobId) => {
      const record = recordOf(jobId);
      if (ENDED_STATES.has(record.state) && !activities.has(jobId)) return Promise.resolve(show(record));
      return new Promise((resolve) => waiters.set(jobId, [...(waiters.get(jobId) ?? []), resolve]));
    },
    shutDown: async (timeoutMs) => {
      for (const record of records.values()) if (record.state === 'queued') moveTo(record, 'interrupted');
      const running = [...activities.keys()];
      const ends = running.map((jobId) => new Promise<void>((resolve) => waiters.set(jobId, [...(waiters.get(jobId) ?? []), () => resolve()])));
      for (const jobId of running) stop(jobId, 'shutdown');
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([Promise.all(ends), bound]);
      clearTimeout(timer);
    },
    attach: () => {
      records.clear();
      secretsOf.clear();
      const storage = options.storage();
      if (!storage) return;
      for (const record of loadJobs(storage)) {
        records.set(record.id, record);
        if (record.state !== 'running' && record.state !== 'queued') continue;
        record.state = 'interrupted';
        record.finishedAt = isoNow();
        persist(record, 'process ended');
      }
    },
    detach: () => {
      records.clear();
      secretsOf.clear();
    },
  };
}
