import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { startProbeFleet } from '../../support/probe-fleet.ts';
import { keyFileCredential, startScanFixture, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair } from '../../support/sshd.ts';

/** A line as `ssh-keygen -H` writes it: the name can be checked, not read. */
function hashed(line: string): string {
  const [name = '', ...key] = line.split(' ');
  const salt = randomBytes(20);
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')} ${key.join(' ')}`;
}

const fingerprints = (rows: readonly { host: string; port: number; fingerprintSha256: string }[]) => rows.map(({ host, port, fingerprintSha256 }) => ({ host, port, fingerprintSha256 }));

describe('known_hosts', () => {
  test('hashed names are recognised when their host is met', async () => {
    const fleet = await startProbeFleet({ hosts: 4 });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = await startCoreWithProject();
    const text = fleet.knownHostsText.split('\n').map(hashed).join('\n');
    expect(await core.call('scan.importKnownHosts', { text: `# mine\n${text}\nnot a line\n` })).toEqual({ imported: 4, skipped: 1 });
    const { jobId, runId } = await core.call('scan.start', { targets: [...fleet.targets], credential: keyFileCredential(core, dataDir, fleet.privateKey), hostKeyPolicy: 'strict' });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts.failed).toBe(0);
  });

  test('a file of another origin cannot replace a trusted key', async () => {
    const { core, fleet } = await startScanFixture({ hosts: 2 });
    const other = fleet.knownHostsText.split('\n').map((line) => `${line.split(' ')[0]} ${makeKeyPair().publicKey}`).join('\n');
    expect(await core.call('scan.importKnownHosts', { text: other })).toEqual({ imported: 0, skipped: 2 });
    expect((await core.call('scan.listHostKeys', { states: ['trusted'] })).total).toBe(2);
  });

  test('a revoked key stays blocked whatever is asked', async () => {
    const { core, fleet, options } = await startScanFixture({ hosts: 2 });
    await core.call('scan.importKnownHosts', { text: `@revoked ${fleet.knownHostsText.split('\n')[0]}` });
    const { jobId, runId } = await core.call('scan.start', { ...options, hostKeyPolicy: 'accept-new', targets: [...fleet.targets] });
    await untilJob(core, jobId);
    expect((await core.call('scan.listResults', { runId, codes: ['HOSTKEY_CHANGED'] })).rows.map((row) => row.name)).toEqual(['fleet-0000']);
    const { rows } = await core.call('scan.listHostKeys', { states: ['revoked'] });
    expect(await core.call('scan.approveHostKeys', { keys: fingerprints(rows), replaceChanged: true })).toEqual({ approved: 0, refused: 1 });
  });
});

describe('first contact with many hosts', () => {
  test('N02 under ask all keys wait, no login is made; one approval lets the run go on', async () => {
    const fleet = await startProbeFleet({ hosts: 30 });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = await startCoreWithProject();
    const options = { credential: keyFileCredential(core, dataDir, fleet.privateKey), hostKeyPolicy: 'ask', concurrency: 8 } as const;
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.errorGroups).toEqual([{ code: 'HOSTKEY_UNKNOWN', count: 30 }]);
    expect(fleet.logins.size).toBe(0);
    const { rows } = await core.call('scan.listHostKeys', { states: ['pending'], limit: 500 });
    const wrong = { host: rows[0]?.host ?? '', port: rows[0]?.port ?? 0, fingerprintSha256: 'SHA256:somebodyelse' };
    expect(await core.call('scan.approveHostKeys', { keys: [...fingerprints(rows), wrong] })).toEqual({ approved: 30, refused: 1 });
    const resumed = await core.call('scan.resume', { ...options, runId, retry: { codes: ['HOSTKEY_UNKNOWN'] } });
    await untilJob(core, resumed.jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: 30, failed: 0, skipped: 0 });
  });

  test('N02 of 300 pending keys those of the list are trusted; hosts that show others are named and get no login', { timeout: 120_000 }, async () => {
    const fleet = await startProbeFleet({ hosts: 300 });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = await startCoreWithProject();
    const options = { credential: keyFileCredential(core, dataDir, fleet.privateKey), hostKeyPolicy: 'ask', concurrency: 16 } as const;
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    await untilJob(core, jobId);
    expect((await core.call('scan.listHostKeys', { states: ['pending'], limit: 1 })).total).toBe(300);
    const strangers = new Set(['fleet-0000', 'fleet-0100', 'fleet-0299']);
    const list = fleet.knownHostsText.split('\n').map((line, index) => (strangers.has(fleet.targets[index]?.name ?? '') ? `${line.split(' ')[0]} ${makeKeyPair().publicKey}` : line)).join('\n');
    expect(await core.call('scan.importKnownHosts', { text: list })).toEqual({ imported: 300, skipped: 0 });
    const resumed = await core.call('scan.resume', { ...options, runId, retry: { codes: ['HOSTKEY_UNKNOWN'] } });
    await untilJob(core, resumed.jobId);
    const { run } = await core.call('scan.getRun', { runId });
    expect(run.counts).toMatchObject({ total: 300, failed: strangers.size, skipped: 0 });
    const { rows } = await core.call('scan.listResults', { runId, codes: ['HOSTKEY_CHANGED'] });
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...strangers]);
    expect(fleet.logins.size).toBe(300 - strangers.size);
  });

  test('under accept-new a key login goes on at once and the keys are on record', async () => {
    const fleet = await startProbeFleet({ hosts: 5 });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = await startCoreWithProject();
    const { jobId } = await core.call('scan.start', { targets: [...fleet.targets], credential: keyFileCredential(core, dataDir, fleet.privateKey), hostKeyPolicy: 'accept-new' });
    await untilJob(core, jobId);
    const { rows } = await core.call('scan.listHostKeys', {});
    expect(rows.map((row) => [row.state, row.origin])).toEqual(Array.from({ length: 5 }, () => ['trusted', 'accept-new']));
  });
});
