import type { JobId } from '../../../shared/kernel/ids.ts';
import type { Job, JobProgress, JobState } from '../../../shared/model/job.ts';

/** A job as the service keeps it; `Job` is what it shows of it. */
export interface JobRecord {
  readonly id: JobId;
  readonly kind: Job['kind'];
  /** Stored; holds no secret. */
  readonly input: object;
  state: JobState;
  progress: JobProgress;
  attempt: number;
  error: Job['error'];
  result: unknown;
  readonly createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export const NO_PROGRESS: JobProgress = { fraction: 0, phase: 'queued', done: 0, total: 0, current: null, etaSeconds: null, ratePerSecond: null };

export const ENDED_STATES: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled', 'interrupted', 'paused']);
