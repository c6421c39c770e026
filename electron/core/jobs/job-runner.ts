import { AppError } from '../../../shared/kernel/app-error.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { Logger } from '../ports/logger.ts';
import type { JobBoard } from './job-board.ts';
import { NO_PROGRESS, type JobRecord } from './job-record.ts';
import type { JobRun } from './job-service.ts';
import { createProgressThrottle } from './progress-throttle.ts';

type StopReason = 'cancel' | 'pause' | 'shutdown';

interface Activity {
  readonly controller: AbortController;
  reason: StopReason | undefined;
}

export interface JobRunnerOptions {
  readonly board: JobBoard;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface JobRunner {
  readonly isActive: (jobId: JobId) => boolean;
  readonly activeIds: () => JobId[];
  /** Starts what is queued: one job of a kind at a time, the oldest first. */
  readonly startNext: () => void;
  /** Asks a running job to end; nothing for others. A cancel is not taken back by a later pause. */
  readonly stop: (jobId: JobId, reason: StopReason) => void;
}

const STATE_BY_REASON = { cancel: 'cancelled', pause: 'paused', shutdown: 'interrupted' } as const;

/** Runs jobs and settles how each ended. A job that was asked to stop never counts as failed. */
export function createJobRunner({ board, log, now, newId }: JobRunnerOptions): JobRunner {
  const activities = new Map<JobId, Activity>();

  const errorOf = (record: JobRecord, error: unknown): Job['error'] => {
    if (error instanceof AppError && error.code !== 'internal') return { code: error.code, params: { ...error.params } };
    const ref = newId();
    log.error('job.failed', { jobId: record.id, kind: record.kind, ref, error });
    return { code: 'internal', params: { ref }, ref };
  };
  const runOf = (record: JobRecord, activity: Activity): { run: JobRun<unknown>; flush: () => void } => {
    const throttle = createProgressThrottle(() => board.tell(record), () => performance.now());
    const report: JobRun<unknown>['report'] = (progress) => {
      record.progress = { ...NO_PROGRESS, ...progress };
      throttle.request();
    };
    const input = { ...record.input, ...board.secrets.get(record.id) };
    return { run: { jobId: record.id, input, attempt: record.attempt, signal: activity.controller.signal, reason: () => activity.reason, report }, flush: throttle.flush };
  };
  const execute = async (record: JobRecord) => {
    const activity: Activity = { controller: new AbortController(), reason: undefined };
    activities.set(record.id, activity);
    record.attempt += 1;
    record.startedAt = now().toISOString();
    record.finishedAt = null;
    record.error = null;
    board.moveTo(record, 'running');
    const { run, flush } = runOf(record, activity);
    let failure: { readonly error: unknown } | undefined;
    try {
      record.result = (await board.definitionOf(record.kind).run(run)) ?? null;
    } catch (error) {
      failure = { error };
    }
    flush();
    activities.delete(record.id);
    settle(record, activity.reason, failure);
    startNext();
  };
  const settle = (record: JobRecord, reason: StopReason | undefined, failure: { readonly error: unknown } | undefined) => {
    if (reason) {
      board.moveTo(record, STATE_BY_REASON[reason]);
    } else if (failure) {
      record.error = errorOf(record, failure.error);
      board.moveTo(record, 'failed', record.error?.code);
    } else {
      record.progress = { ...record.progress, fraction: 1, current: null, etaSeconds: null };
      board.moveTo(record, 'succeeded');
    }
  };
  const startNext = () => {
    for (const record of board.records.values()) {
      const busy = [...board.records.values()].some((other) => other.kind === record.kind && activities.has(other.id));
      if (record.state === 'queued' && !busy) void execute(record);
    }
  };
  return {
    startNext,
    isActive: (jobId) => activities.has(jobId),
    activeIds: () => [...activities.keys()],
    stop: (jobId, reason) => {
      const activity = activities.get(jobId);
      if (!activity || activity.reason === 'cancel') return;
      activity.reason = reason;
      activity.controller.abort();
    },
  };
}
