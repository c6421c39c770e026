import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../shared/contract/client.ts';
import type { Topic } from '../../../shared/contract/events.ts';
import { dependsOn } from './call-key.ts';
import type { JobStore } from './job-store.ts';

/** A scan tells changes many times a second; screens are read anew at most this often. */
const GATHER_MS = 400;

export interface ChangeBridgeOptions {
  readonly client: Client;
  readonly queryClient: QueryClient;
  readonly jobs: StoreApi<JobStore>;
  /** `setTimeout` of the page; passed in so that a test holds the clock. */
  readonly later: (run: () => void, ms: number) => void;
}

/** Turns the core's events into cache invalidation and job progress. Returns the function that ends it. */
export function bridgeChanges({ client, queryClient, jobs, later }: ChangeBridgeOptions): () => void {
  const waiting = new Set<Topic>();
  let gathering = false;
  /** Answers on their way are left to arrive (a busy scan would otherwise cut off each of them) and asked for again after. */
  const flush = (): void => {
    const changed = new Set(waiting);
    waiting.clear();
    if (changed.size === 0) return;
    const touched = queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => dependsOn(queryKey, changed) });
    if (touched.some(({ state }) => state.fetchStatus === 'fetching')) for (const topic of changed) waiting.add(topic);
    void queryClient.invalidateQueries({ predicate: ({ queryKey, state }) => state.fetchStatus !== 'fetching' && dependsOn(queryKey, changed) });
  };
  const gather = (): void => {
    if (gathering) return;
    // The first change is shown at once, the ones that follow it closely together.
    flush();
    gathering = true;
    later(() => {
      gathering = false;
      if (waiting.size > 0) gather();
    }, GATHER_MS);
  };
  return client.subscribe((event) => {
    if (event.topic === 'job.progressed') {
      jobs.getState().progressed(event.payload);
      return;
    }
    for (const topic of event.payload.topics) waiting.add(topic);
    gather();
  });
}
