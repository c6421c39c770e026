import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Client } from '../../../shared/contract/client.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { callKey } from './call-key.ts';
import { bridgeChanges } from './change-bridge.ts';
import { createJobStore } from './job-store.ts';

function setUp() {
  let tell: (event: CoreEvent) => void = () => undefined;
  const timers: (() => void)[] = [];
  const queryClient = new QueryClient();
  const client: Client = {
    call: () => Promise.reject(new Error('not used')),
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
    close: () => Promise.resolve(),
  };
  bridgeChanges({ client, queryClient, jobs: createJobStore(), later: (run) => timers.push(run) });
  const plans = callKey('plan.list', {});
  const about = callKey('diagnostics.about', {});
  queryClient.setQueryData(plans, { plans: [] });
  queryClient.setQueryData(about, {});
  const isStale = (key: readonly unknown[]): boolean => queryClient.getQueryState(key)?.isInvalidated ?? false;
  return { tell: (event: CoreEvent) => tell(event), timers, queryClient, plans, about, isStale };
}

test('a change marks the answers that depend on its topic, and only these', () => {
  const { tell, plans, about, isStale } = setUp();
  tell({ topic: 'changed', payload: { topics: ['plan'] } });
  expect(isStale(plans)).toBe(true);
  expect(isStale(about)).toBe(false);
});

test('changes that follow closely are gathered until the timer fires', () => {
  const { tell, timers, plans, isStale } = setUp();
  tell({ topic: 'changed', payload: { topics: ['settings'] } });
  tell({ topic: 'changed', payload: { topics: ['plan'] } });
  expect(isStale(plans)).toBe(false);
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(isStale(plans)).toBe(true);
});

test('after a quiet spell a change is shown at once again', () => {
  const { tell, timers, queryClient, plans, isStale } = setUp();
  tell({ topic: 'changed', payload: { topics: ['plan'] } });
  queryClient.setQueryData(plans, { plans: [] });
  timers[0]?.();
  tell({ topic: 'changed', payload: { topics: ['plan'] } });
  expect(isStale(plans)).toBe(true);
});

test('an answer on its way is left to arrive and asked for again afterwards', async () => {
  const { tell, timers, queryClient, plans, isStale } = setUp();
  let arrive: (answer: unknown) => void = () => undefined;
  const reading = queryClient.fetchQuery({ queryKey: plans, staleTime: 0, queryFn: () => new Promise((resolve) => (arrive = resolve)) });
  tell({ topic: 'changed', payload: { topics: ['plan'] } });
  expect(queryClient.getQueryState(plans)?.fetchStatus).toBe('fetching');
  arrive({ plans: ['first'] });
  expect(await reading).toEqual({ plans: ['first'] });
  expect(isStale(plans)).toBe(false);
  timers[0]?.();
  expect(isStale(plans)).toBe(true);
});
