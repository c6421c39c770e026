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
    const take = (incoming: readonly Job[]): void =>
      set(({ jobs }) => {
        const next = new Map(jobs);
        for (const job of incoming) if (isNewer(next.get(job.id), job)) next.set(job.id, job);
        return { jobs: next };
      });
    return { jobs: new Map(), progressed: (job) => take([job]), listed: take, forgotten: () => set({ jobs: new Map() }) };
  });
}
