import { expect, onTestFinished, test } from 'vitest';
import { createWorkerPool } from '../../electron/core/workers/create-worker-pool.ts';

/** A pool over a worker that does as its input says; the input stands for any task's. */
function startPool() {
  const pool = createWorkerPool({ workerUrl: new URL('../support/failing-worker.mjs', import.meta.url), size: 1 });
  onTestFinished(() => pool.close());
  const run = (input: object, signal?: AbortSignal): Promise<unknown> => pool.run('createPlan', input as never, signal ? { signal } : {});
  return { pool, run };
}

test('a worker that dies fails its task only; the next one gets a new worker', async () => {
  const { run } = startPool();
  const [dead, alive] = [run({ die: true }), run({ n: 1 })];
  await expect(dead).rejects.toMatchObject({ code: 'worker.crashed', params: { task: 'createPlan' } });
  expect(await alive).toEqual({ n: 1 });
});

test('C09 cancelling ends a task that would never end, and the pool goes on', async () => {
  const { run } = startPool();
  const controller = new AbortController();
  const hanging = run({ hang: true }, controller.signal);
  controller.abort();
  await expect(hanging).rejects.toMatchObject({ code: 'request.cancelled' });
  expect(await run({ n: 2 })).toEqual({ n: 2 });
});

test('a code thrown in a worker arrives as that code', async () => {
  await expect(startPool().run({ code: 'plan.precedence_cycle' })).rejects.toMatchObject({ code: 'plan.precedence_cycle', params: { a: 1 } });
});

test('closing gives up what waits and what runs', async () => {
  const { pool, run } = startPool();
  const hanging = expect(run({ hang: true })).rejects.toMatchObject({ code: 'request.cancelled' });
  const waiting = expect(run({ n: 1 })).rejects.toMatchObject({ code: 'request.cancelled' });
  await pool.close();
  await Promise.all([hanging, waiting]);
  await expect(run({ n: 1 })).rejects.toMatchObject({ code: 'request.cancelled' });
});
