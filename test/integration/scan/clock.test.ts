import { describe, expect, onTestFinished, test } from 'vitest';
import { startScanFixture, untilJob } from '../../support/scan-fixture.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { startSshFault } from '../../support/fault-servers.ts';

const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-05-01T08:00:00.000Z');

describe('a wall clock that leaps while a scan runs', () => {
  test.each([['C01 three days back', -3 * DAY_MS], ['C02 forty days ahead', 40 * DAY_MS]] as const)('%s: every host is read once, durations are true, the audit trail keeps its order', async (_label, leapMs) => {
    const start = performance.now();
    let leap = 0;
    const now = (): Date => new Date(BEGIN + leap + (performance.now() - start));
    const { core, fleet, options } = await startScanFixture({ hosts: 30, answerAfterMs: 100 }, { now });
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets], concurrency: 4 });
    await untilJob(core, jobId, (job) => job.progress.done >= 8);
    leap = leapMs;
    const job = await untilJob(core, jobId);
    expect(job.state).toBe('succeeded');
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: 30, failed: 0, skipped: 0, queued: 0 });
    expect([...fleet.answers.values()]).toEqual(Array.from({ length: 30 }, () => 1));
    const { rows } = await core.call('scan.listResults', { runId, limit: 100 });
    for (const { durationMs } of rows) {
      expect(durationMs).toBeGreaterThanOrEqual(100);
      expect(durationMs).toBeLessThan(60_000);
    }
    await core.call('organisation.createDepartment', { name: '财政局' });
    const { rows: trail } = await core.call('project.listAudit', {});
    expect(trail[0]?.action).toMatch(/department/i);
    expect(await core.call('project.verify', {})).toMatchObject({ integrity: 'ok', auditValid: true });
  });

  test('C01 an account that refused a password three days from now is not asked again', async () => {
    const server = await startSshFault({ authenticate: (context) => context.reject(['password']) });
    onTestFinished(() => server.close());
    let leap = 0;
    const { core } = await startCoreWithProject({ now: () => new Date(BEGIN + leap) });
    const target = { host: server.host, port: server.port, user: 'ops', name: null, departmentName: null, tag: null, jump: null, identityFile: null };
    const attempt = async (): Promise<string | undefined> => (await core.call('scan.runPreflight', { target, credential: { kind: 'password', password: 'wrong-4711' }, hostKeyPolicy: 'strict' })).error?.code;
    await attempt();
    const { rows } = await core.call('scan.listHostKeys', { states: ['pending'] });
    await core.call('scan.approveHostKeys', { keys: rows.map(({ host, port, fingerprintSha256 }) => ({ host, port, fingerprintSha256 })) });
    expect(await attempt()).toBe('AUTH_REJECTED');
    leap = -3 * DAY_MS;
    expect(await attempt()).toBe('AUTH_PAUSED_BY_GUARD');
    expect(server.tried.filter((method) => method === 'password')).toHaveLength(1);
  });
});
