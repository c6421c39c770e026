import { createContext, use, useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Job } from '../../../shared/model/job.ts';
import { hasEnded, type JobStore } from './job-store.ts';
import { useCall } from './use-call.ts';

const JobStoreContext = createContext<StoreApi<JobStore> | undefined>(undefined);

export function JobStoreProvider({ store, children }: { readonly store: StoreApi<JobStore>; readonly children: ReactNode }) {
  return <JobStoreContext value={store}>{children}</JobStoreContext>;
}

function useJobStore(): StoreApi<JobStore> {
  const store = use(JobStoreContext);
  if (store === undefined) throw new Error('JobStoreProvider is missing');
  return store;
}

/** One job with live progress; undefined while it is not known. */
export function useJob(id: string | null | undefined): Job | undefined {
  const store = useJobStore();
  const live = useStore(store, ({ jobs }) => (id === null || id === undefined ? undefined : jobs.get(id)));
  return live;
}

/** All known jobs, newest first. */
export function useJobs(): readonly Job[] {
  const store = useJobStore();
  const jobs = useStore(store, (state) => state.jobs);
  return [...jobs.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The running, paused or waiting job of one of these kinds, if there is one. */
export function useActiveJob(kinds: readonly Job['kind'][]): Job | undefined {
  return useJobs().find((job) => kinds.includes(job.kind) && !hasEnded(job));
}

/** Fills the store from the core whenever the list changes, and empties it when another project (`path`) is opened. */
export function JobListFeed({ path }: { readonly path: string | null }) {
  const store = useJobStore();
  const list = useCall('job.list', {}, { enabled: path !== null });
  useEffect(() => (path === null ? undefined : () => store.getState().forgotten()), [store, path]);
  useEffect(() => {
    if (path !== null && list.data !== undefined) store.getState().listed(list.data.jobs);
  }, [store, path, list.data]);
  return null;
}
