import { describe, expect, test } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { createJobService } from './create-job-service.ts';
import type { JobDefinition, JobRun } from './job-service.ts';

interface Handle {
  readonly run: JobRun<{ name?: string; password?: string }>;
  readonly succeed: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** A service without a project whose `scan` jobs end when the test says so, or when they are asked to stop. */
function setUp(definition: Partial<JobDefinition<object, unknown>> = {}) {
  const events: CoreEvent[] = [];
  const runs: Handle[] = [];
  const logged: string[] = [];
  let ids = 0;
  const quiet = () => undefined;
  const jobs = createJobService({
    storage: () => undefined,
    publish: (event) => events.push(event),
    changed: quiet,
    log: { debug: quiet, info: quiet, warn: quiet, error: (event) => logged.push(event) },
    now: () => new Date('2026-11-02T08:00:00.000Z'),
    newId: () => String((ids += 1)),
  });
  jobs.define<{ name?: string; password?: string }, unknown>({
    kind: 'scan',
    pausable: true,
    resumable: false,
    run: (run) =>
      new Promise((resolve, reject) => {
        runs.push({ run, succeed: resolve, fail: reject });
        run.signal.addEventListener('abort', () => reject(new AppError('request.cancelled')));
      }),
    ...definition,
  });
  const started = async (input: object = {}, secrets?: object): Promise<{ id: JobId; handle: Handle }> => {
    const before = runs.length;
    const id = jobs.start('scan', input, secrets);
    await Promise.resolve();
    const handle = runs[before];
    if (!handle) throw new Error('The job did not start');
    return { id, handle };
  };
  return { jobs, events, runs, logged, started };
}

describe('job states', () => {
  test('a queued job runs and succeeds with its result', async () => {
    const { jobs, started } = setUp();
    const { id, handle } = await started();
    expect(jobs.get(id)).toMatchObject({ state: 'running', attempt: 1, pausable: true });
    handle.succeed({ found: 3 });
    expect(await jobs.finished(id)).toMatchObject({ state: 'succeeded', result: { found: 3 }, pausable: false, progress: { fraction: 1 } });
  });

  test('a second job of the same kind waits for the first', async () => {
    const { jobs, runs, started } = setUp();
    const { id, handle } = await started();
    const second = jobs.start('scan', {});
    await Promise.resolve();
    expect(jobs.get(second)?.state).toBe('queued');
    handle.succeed(null);
    await jobs.finished(id);
    expect(jobs.get(second)?.state).toBe('running');
    expect(runs).toHaveLength(2);
  });

  test('an expected error fails the job with its code', async () => {
    const { jobs, started } = setUp();
    const { id, handle } = await started();
    handle.fail(new AppError('scan.no_targets', { file: 'a.csv' }));
    expect(await jobs.finished(id)).toMatchObject({ state: 'failed', error: { code: 'scan.no_targets', params: { file: 'a.csv' } } });
  });

  test('an unexpected error becomes internal with a reference that is in the log', async () => {
    const { jobs, logged, started } = setUp();
    const { id, handle } = await started();
    handle.fail(new TypeError('secret detail'));
    const job = await jobs.finished(id);
    expect(job.error).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(job)).not.toContain('secret detail');
    expect(logged).toEqual(['job.failed']);
  });

  test('cancel ends a running job as cancelled, not as failed', async () => {
    const { jobs, started } = setUp();
    const { id, handle } = await started();
    jobs.cancel(id);
    expect(handle.run.reason()).toBe('cancel');
    expect(await jobs.finished(id)).toMatchObject({ state: 'cancelled', error: null });
  });

  test('cancel of a queued job keeps it from starting', async () => {
    const { jobs, runs, started } = setUp();
    const { id, handle } = await started();
    const second = jobs.start('scan', {});
    expect(jobs.cancel(second).state).toBe('cancelled');
    handle.succeed(null);
    await jobs.finished(id);
    expect(runs).toHaveLength(1);
  });

  test('a paused job with its secrets in memory goes on with them, one attempt later', async () => {
    const { jobs, runs, started } = setUp();
    const { id } = await started({ name: 'a' }, { password: 'p' });
    jobs.pause(id);
    expect(await jobs.finished(id)).toMatchObject({ state: 'paused', resumable: true });
    jobs.resume(id);
    await Promise.resolve();
    expect(runs[1]?.run).toMatchObject({ attempt: 2, input: { name: 'a', password: 'p' } });
  });

  test('a job of a kind that cannot resume is refused after it was cancelled', async () => {
    const { jobs, started } = setUp();
    const { id } = await started({}, { password: 'p' });
    jobs.cancel(id);
    await jobs.finished(id);
    expect(() => jobs.resume(id)).toThrow(expect.objectContaining({ code: 'job.not_resumable' }));
  });

  test('a failed job of a resumable kind may run again', async () => {
    const { jobs, runs, started } = setUp({ resumable: true });
    const { id, handle } = await started();
    handle.fail(new AppError('storage.io_failed'));
    await jobs.finished(id);
    jobs.resume(id);
    await Promise.resolve();
    runs[1]?.succeed(null);
    expect(await jobs.finished(id)).toMatchObject({ state: 'succeeded', attempt: 2, error: null });
  });

  test('pause is refused for a kind that cannot', async () => {
    const { jobs, started } = setUp({ pausable: false });
    const { id } = await started();
    expect(() => jobs.pause(id)).toThrow(expect.objectContaining({ code: 'job.not_resumable' }));
  });

  test('shutting down interrupts running and queued jobs', async () => {
    const { jobs, started } = setUp();
    const { id } = await started();
    const second = jobs.start('scan', {});
    await jobs.shutDown(1000);
    expect([jobs.get(id)?.state, jobs.get(second)?.state]).toEqual(['interrupted', 'interrupted']);
  });

  test('secrets never show', async () => {
    const { jobs, events, started } = setUp();
    const { id, handle } = await started({}, { password: 'hunter2' });
    handle.run.report({ fraction: 0.5, phase: 'connect' });
    handle.succeed(null);
    await jobs.finished(id);
    expect(JSON.stringify([events, jobs.list()])).not.toContain('hunter2');
  });

  test('the last progress is told before the end', async () => {
    const { jobs, events, started } = setUp();
    const { id, handle } = await started();
    for (let step = 1; step <= 50; step += 1) handle.run.report({ fraction: step / 100, phase: 'connect', done: step, total: 100 });
    handle.succeed(null);
    await jobs.finished(id);
    const told = events.flatMap((event) => (event.topic === 'job.progressed' && event.payload.state === 'running' ? [event.payload.progress.done] : []));
    expect(told.at(-1)).toBe(50);
    expect(told.length).toBeLessThan(6);
  });
});
