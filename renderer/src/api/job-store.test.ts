import { expect, test } from 'vitest';
import { jobSchema, type Job } from '../../../shared/model/job.ts';
import { createJobStore, isNewer } from './job-store.ts';

function job(changes: Partial<Job>, fraction = 0): Job {
  return {
    ...jobSchema.parse({ id: 'job-1', kind: 'scan', state: 'running', progress: { fraction, phase: 'scan', done: 0, total: 10, current: null, etaSeconds: null, ratePerSecond: null }, pausable: true, resumable: true, attempt: 1, error: null, result: null, createdAt: '2026-01-01T00:00:00.000Z', startedAt: null, finishedAt: null }),
    ...changes,
  };
}

test('an ended job is not reopened by a late progress notice, but by a new attempt', () => {
  const ended = job({ state: 'succeeded' }, 1);
  expect(isNewer(ended, job({}, 0.5))).toBe(false);
  expect(isNewer(ended, job({ attempt: 2 }, 0))).toBe(true);
  expect(isNewer(job({ attempt: 2 }), ended)).toBe(false);
});

test('the store keeps the newest of each job and forgets all on demand', () => {
  const store = createJobStore();
  store.getState().progressed(job({}, 0.2));
  store.getState().progressed(job({}, 0.1));
  expect([...store.getState().jobs.values()].map((one) => one.progress.fraction)).toEqual([0.2]);
  store.getState().progressed(job({ state: 'paused' }, 0.1));
  expect([...store.getState().jobs.values()].map((one) => one.state)).toEqual(['paused']);
  store.getState().forgotten();
  expect(store.getState().jobs.size).toBe(0);
});

test('a list replaces what has ended and keeps what began after it was made', () => {
  const store = createJobStore();
  const other = (id: string, changes: Partial<Job>): Job => ({ ...job(changes), id: jobSchema.shape.id.parse(id) });
  store.getState().progressed(other('old', { state: 'succeeded' }));
  store.getState().progressed(other('young', {}));
  store.getState().listed([other('listed', { state: 'succeeded' })]);
  expect([...store.getState().jobs.keys()].sort()).toEqual(['listed', 'young']);
});
