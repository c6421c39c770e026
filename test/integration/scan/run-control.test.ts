import { describe, expect, test } from 'vitest';
import { makeKeyPair } from '../../support/sshd.ts';
import { keyFileCredential, startScanFixture, untilJob } from '../../support/scan-fixture.ts';

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, each) => total + each, 0);

describe('a run', () => {
  test('reads every host once, under the names of the list, with the raw text behind each figure', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 20 });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 8 });
    const job = await untilJob(core, jobId);
    expect(job).toMatchObject({ state: 'succeeded', result: { runId, guardStopped: false, counts: { total: 20, failed: 0, skipped: 0 } }, progress: { done: 20, total: 20, fraction: 1 } });
    expect([...fleet.answers.values()]).toEqual(Array.from({ length: 20 }, () => 1));
    const { rows } = await core.call('inventory.listServers', { limit: 100 });
    expect(rows.map((row) => row.hostname).sort()).toEqual(fleet.targets.map((target) => target.name));
    expect((await core.call('project.verify', {})).auditValid).toBe(true);
    const { run } = await core.call('scan.getRun', { runId });
    expect(run).toMatchObject({ state: 'finished', kind: 'ssh', counts: { total: 20 } });
  });

  test('pause stops new work within a second and keeps the rest; the job goes on with its credential', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 60, answerAfterMs: 100 });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 4 });
    await untilJob(core, jobId, (job) => job.progress.done >= 5);
    const before = performance.now();
    await core.call('job.pause', { jobId });
    const paused = await untilJob(core, jobId);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(paused.state).toBe('paused');
    const answered = sum(fleet.answers);
    const { run } = await core.call('scan.getRun', { runId });
    expect(run.state).toBe('paused');
    expect(run.counts.running).toBe(0);
    expect(run.counts.queued).toBe(60 - run.counts.done - run.counts.partial);
    expect(answered).toBe(run.counts.done + run.counts.partial);
    await core.call('job.resume', { jobId });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    expect([...fleet.answers.values()]).toEqual(Array.from({ length: 60 }, () => 1));
  });

  test('N39 cancel closes contacts under way; resume goes on in the same run', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 40, answerAfterMs: 200 });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 4 });
    await untilJob(core, jobId, (job) => job.progress.done >= 4);
    await core.call('job.cancel', { jobId });
    expect((await untilJob(core, jobId)).state).toBe('cancelled');
    const { run } = await core.call('scan.getRun', { runId });
    expect(run.state).toBe('cancelled');
    expect(run.errorGroups).toEqual([{ code: 'CANCELLED', count: run.counts.skipped }]);
    const resumed = await core.call('scan.resume', { ...options, runId, concurrency: 16 });
    expect(resumed.runId).toBe(runId);
    expect((await untilJob(core, resumed.jobId)).state).toBe('succeeded');
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: 40, queued: 0, failed: 0, skipped: 0 });
    await expect(core.call('scan.resume', { ...options, runId })).rejects.toMatchObject({ code: 'scan.nothing_to_resume' });
  });

  test('a retry takes the failed hosts of one code and no other', async () => {
    const refusing = new Set(['fleet-0003', 'fleet-0007']);
    const { core, fleet, options } = await startScanFixture({ hosts: 12, accepts: (hostname) => !refusing.has(hostname) });
    const gone = { ...fleet.targets[0]!, host: '127.0.0.1', port: 1, name: 'gone' };
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets, gone], concurrency: 1 });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.errorGroups.filter((group) => group.code !== 'SUDO_MISSING')).toEqual([{ code: 'AUTH_REJECTED', count: 2 }, { code: 'REFUSED', count: 1 }]);
    const failed = await core.call('scan.listResults', { runId, codes: ['REFUSED'] });
    expect(failed.rows).toMatchObject([{ name: 'gone', state: 'failed', attempt: 1, errors: [{ code: 'REFUSED', params: { host: '127.0.0.1', port: 1, user: 'landfall' } }] }]);
    refusing.clear();
    const retry = await core.call('scan.resume', { ...options, runId, retry: { codes: ['AUTH_REJECTED'] } });
    await untilJob(core, retry.jobId);
    expect((await core.call('scan.getRun', { runId })).run.errorGroups.filter((group) => group.code !== 'SUDO_MISSING')).toEqual([{ code: 'REFUSED', count: 1 }]);
    expect((await core.call('scan.listResults', { runId, text: 'fleet-0003' })).rows).toMatchObject([{ attempt: 2 }]);
    expect([...fleet.answers.values()].every((answers) => answers === 1)).toBe(true);
  });

  test('a host that fails on a later scan keeps its facts and says what went wrong', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 3 });
    const first = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    await untilJob(core, first.jobId);
    const before = (await core.call('inventory.listServers', {})).rows;
    await fleet.close();
    const second = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    await untilJob(core, second.jobId);
    const after = (await core.call('inventory.listServers', {})).rows;
    expect(after.map(({ hostname, memBytes, osName, lastSeenAt }) => ({ hostname, memBytes, osName, lastSeenAt }))).toEqual(before.map(({ hostname, memBytes, osName, lastSeenAt }) => ({ hostname, memBytes, osName, lastSeenAt })));
    expect(after.every((server) => server.scanState === 'failed' && server.lastErrorCode === 'REFUSED')).toBe(true);
  });

  test('the same machine listed twice is one server and says so', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 2 });
    const [first] = fleet.targets;
    await core.call('scan.importKnownHosts', { text: fleet.knownHostsText.replaceAll('127.0.0.1', 'localhost') });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [first!, { ...first!, host: 'localhost' }], concurrency: 1 });
    await untilJob(core, jobId);
    const { rows } = await core.call('scan.listResults', { runId });
    expect(rows[1]?.serverId).toBe(rows[0]?.serverId);
    expect(rows[1]?.errors.map((error) => error.code)).toContain('DUPLICATE_HOST');
  });
});

describe('lockout guard', () => {
  test('N08 a wrong key reaches two hosts of thirty, then the run leaves the others alone', async () => {
    const { core, fleet, dataDir, options } = await startScanFixture({ hosts: 30 });
    const credential = keyFileCredential(core, dataDir, makeKeyPair().privateKey);
    const { jobId, runId } = await core.call('scan.start', { ...options, credential, targets: [...fleet.targets], concurrency: 16 });
    const job = await untilJob(core, jobId);
    expect(job).toMatchObject({ state: 'succeeded', result: { guardStopped: true, counts: { failed: 2, skipped: 28 } } });
    expect(sum(fleet.logins)).toBe(2);
    const { run } = await core.call('scan.getRun', { runId });
    expect(run.errorGroups).toEqual([{ code: 'AUTH_PAUSED_BY_GUARD', count: 28 }, { code: 'AUTH_REJECTED', count: 2 }]);
    const resumed = await core.call('scan.resume', { ...options, runId });
    await untilJob(core, resumed.jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ failed: 2, skipped: 0 });
  });

  test('N08 of five hundred hosts two hear of a wrong key, and 498 are told apart as not tried', async () => {
    const { core, fleet, dataDir, options } = await startScanFixture({ hosts: 20 });
    const targets = Array.from({ length: 500 }, (_, index) => ({ ...fleet.targets[index % 20]!, name: `host-${index}` }));
    const { jobId } = await core.call('scan.start', { ...options, credential: keyFileCredential(core, dataDir, makeKeyPair().privateKey), targets, concurrency: 16 });
    expect(await untilJob(core, jobId)).toMatchObject({ result: { guardStopped: true, counts: { total: 500, failed: 2, skipped: 498 } } });
    expect(sum(fleet.logins)).toBe(2);
  });
});
