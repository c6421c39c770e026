import type { Job } from '../../../shared/model/job.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface JobStore {
  /** Live progress by job id; the durable state comes from `job.list`. */
  readonly jobs: ReadonlyMap<string, Job>;
  readonly progressed: (job: Job) => void;
  readonly listed: (jobs: readonly Job[]) => void;
  readonly forgotten: () => void;
}

const ENDED = new Set<Job['state']>(['succeeded', 'failed', 'cancelled']);

export function hasEnded(job: Job): boolean {
  return ENDED.has(job.state);
}

/** Is `next` newer than `before`? Events and list answers may arrive in any order; an ended attempt is never reopened by an older notice. */
export function isNewer(before: Job | undefined, next: Job): boolean {
  if (before === undefined || next.attempt > before.attempt) return true;
  if (next.attempt < before.attempt) return false;
  if (hasEnded(before) && !hasEnded(next)) return false;
  return hasEnded(next) || next.progress.fraction >= before.progress.fraction || next.state !== before.state;
}

/** One live store of job progress, fed by the change bridge. */
export function createJobStore(): StoreApi<JobStore> {
  return createStore<JobStore>((set) => {
    const newest = (before: Job | undefined, next: Job): Job => (before === undefined || isNewer(before, next) ? next : before);
    return {
      jobs: new Map(),
      progressed: (job) => set(({ jobs }) => ({ jobs: new Map(jobs).set(job.id, newest(jobs.get(job.id), job)) })),
      // A job that began after the list was made is kept; one that has ended and is not listed belongs to a former project.
      listed: (list) => set(({ jobs }) => ({ jobs: new Map([...[...jobs].filter(([, job]) => !hasEnded(job)), ...list.map((job) => [job.id, newest(jobs.get(job.id), job)] as const)]) })),
      forgotten: () => set({ jobs: new Map() }),
    };
  });
}
