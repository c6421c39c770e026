import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createServer, type Socket } from 'node:net';
import { startScanFixture, untilJob } from '../../support/scan-fixture.ts';

describe('a run under way', () => {
  test('N39 the kill switch cuts every connection within a second, and nothing begins any more', { timeout: 60_000 }, async () => {
    const sockets = new Set<Socket>();
    // Takes connections and never answers: what a scan holds open.
    const silent = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    });
    await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', () => resolve()); });
    onTestFinished(() => void silent.close());
    const { core, fleet, options } = await startScanFixture({ hosts: 20, answerAfterMs: 60_000 });
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const targets = [...fleet.targets, ...Array.from({ length: 10 }, (_, index) => ({ ...fleet.targets[0]!, host: `127.0.0.${index + 2}`, port, name: null }))];
    const { jobId } = await core.call('scan.start', { ...options, targets, concurrency: 30 });
    await vi.waitUntil(() => fleet.logins.size === 20, { timeout: 20_000 });
    const before = performance.now();
    expect(await core.call('scan.stopAll', {})).toEqual({ stopped: 1 });
    await vi.waitUntil(() => sockets.size === 0 && fleet.connections() === 0, { timeout: 5000, interval: 10 });
    expect(performance.now() - before).toBeLessThan(1000);
    expect((await untilJob(core, jobId)).state).toBe('cancelled');
    expect(await core.call('scan.stopAll', {})).toEqual({ stopped: 0 });
  });

  test('pace and parallelism change while it runs, and are kept with the run', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 30, answerAfterMs: 150 });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 1 });
    await untilJob(core, jobId, (job) => job.progress.done >= 1);
    expect((await core.call('scan.steer', { runId, concurrency: 30, handshakesPerSecond: 40 })).steering).toMatchObject({ concurrency: 30, handshakesPerSecond: 40 });
    await vi.waitUntil(() => fleet.connections() > 10, { timeout: 5000, interval: 5 });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    expect((await core.call('scan.getSteering', { runId })).steering).toBeNull();
    expect((await core.call('scan.getRun', { runId })).run.concurrency).toBe(30);
  });

  test('the hosts of a held department wait: the run pauses when only they are left, and goes on with them when they are let go', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 8 });
    const targets = fleet.targets.map((target, index) => ({ ...target, departmentName: index < 3 ? '公安局' : '财政局' }));
    const { jobId, runId } = await core.call('scan.start', { ...options, targets, heldDepartments: ['公安局'] });
    expect((await untilJob(core, jobId)).state).toBe('paused');
    expect((await core.call('scan.getRun', { runId })).run).toMatchObject({ state: 'paused', pausedBecause: 'departments-held', counts: { queued: 3 } });
    expect(fleet.logins.size).toBe(5);
    await core.call('scan.steer', { runId, heldDepartments: [] });
    await core.call('job.resume', { jobId });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    expect((await core.call('scan.getRun', { runId })).run).toMatchObject({ pausedBecause: null, counts: { queued: 0, failed: 0 } });
  });

  test('in quiet hours it waits by itself and goes on after them; a run may be told to ignore them', async () => {
    let now = new Date(2026, 10, 23, 9, 0);
    const { core, fleet, options } = await startScanFixture({ hosts: 4 }, { now: () => now });
    const quietHours = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }];
    expect(await core.call('scan.saveSettings', { settings: { quietHours } })).toEqual({ settings: { quietHours } });
    const [first, ...rest] = fleet.targets;
    const urgent = await core.call('scan.start', { ...options, targets: [first!], ignoreQuietHours: true });
    expect((await untilJob(core, urgent.jobId)).state).toBe('succeeded');
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: rest });
    await vi.waitUntil(async () => (await core.call('scan.getSteering', { runId })).steering !== null);
    expect((await core.call('scan.getSteering', { runId })).steering?.quietUntil).toBe(new Date(2026, 10, 23, 18, 0).toISOString());
    expect(fleet.logins.size).toBe(1);
    now = new Date(2026, 10, 23, 18, 0);
    await core.call('scan.steer', { runId });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    expect(fleet.logins.size).toBe(4);
    await core.call('project.undo', {});
    expect((await core.call('scan.getSettings', {})).settings.quietHours).toEqual([]);
  });
});

describe('when everything falls silent', () => {
  test('N42 no host answers that did last time: the run asks, and nothing is marked', { timeout: 60_000 }, async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 12 });
    const first = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    await untilJob(core, first.jobId);
    const states = async () => (await core.call('inventory.listServers', { limit: 100 })).rows.map((row) => [row.hostname, row.scanState, row.lastErrorCode]);
    const before = await states();
    await fleet.close();
    const second = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 4 });
    expect((await untilJob(core, second.jobId)).state).toBe('paused');
    expect((await core.call('scan.getRun', { runId: second.runId })).run).toMatchObject({ pausedBecause: 'nothing-answers', counts: { queued: 12, failed: 0 } });
    expect(await states()).toEqual(before);
  });

  test('N41 hosts stop answering in the middle: the run stops with one question and keeps what it has', { timeout: 60_000 }, async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 10 });
    const gone = Array.from({ length: 60 }, (_, index) => ({ ...fleet.targets[0]!, host: '127.0.0.9', port: 1000 + index, name: `gone-${index}` }));
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets, ...gone], concurrency: 4 });
    expect((await untilJob(core, jobId)).state).toBe('paused');
    const { run } = await core.call('scan.getRun', { runId });
    expect(run).toMatchObject({ pausedBecause: 'answers-stopped', counts: { queued: 60, failed: 0 } });
    expect(run.counts.done + run.counts.partial).toBe(10);
    expect((await core.call('inventory.listServers', { limit: 100 })).total).toBe(10);
    // Going on is the answer: the list is right, these hosts are gone.
    await core.call('job.resume', { jobId });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    expect((await core.call('scan.getRun', { runId })).run).toMatchObject({ pausedBecause: null, counts: { failed: 60 } });
  });
});
