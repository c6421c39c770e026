import { generateKeyPairSync } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair, sshdMissing, startSshd } from '../../support/sshd.ts';

const missing = sshdMissing();
const key = makeKeyPair();
const rsaHostKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const day = (text: string) => text as CalendarDate;

async function fixture(config = ['KexAlgorithms diffie-hellman-group14-sha1', 'HostKeyAlgorithms ssh-rsa']) {
  const sshd = await startSshd({ users: [{ name: 'scan', authorizedKeys: [key.publicKey] }], hostKey: rsaHostKey, config });
  onTestFinished(() => sshd.close());
  let now = new Date('2026-05-01T08:00:00Z');
  const started = await startCoreWithProject({ now: () => now });
  await started.core.call('scan.importKnownHosts', { text: sshd.knownHostsLine });
  const target: ScanTarget = { host: sshd.host, port: sshd.port, user: 'scan', name: null, departmentName: null, tag: null, jump: null, identityFile: null };
  const credential = keyFileCredential(started.core, started.dataDir, key.privateKey);
  const scan = async () => {
    const { jobId, runId } = await started.core.call('scan.start', { targets: [target], credential, hostKeyPolicy: 'strict', useSudo: false });
    await untilJob(started.core, jobId);
    return (await started.core.call('scan.listResults', { runId })).rows[0];
  };
  return { ...started, sshd, scan, setNow: (text: string) => { now = new Date(text); } };
}

describe.skipIf(missing !== undefined)(`one host with SHA-1 only${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('N17 is left out by its code; by an exception until a day it is read with a note, and after that day left out again', { timeout: 60_000 }, async () => {
    const { core, sshd, scan, setNow } = await fixture();
    const place = { host: sshd.host, port: sshd.port };
    const first = await scan();
    expect(first).toMatchObject({ state: 'failed', errors: [{ code: 'CRYPTO_LEGACY', params: { needs: 'sha1', hostKey: expect.stringContaining('ssh-rsa') } }] });
    expect(sshd.log()).not.toMatch(/Accepted|Failed/);
    await core.call('scan.allowCrypto', { ...place, allow: ['sha1'], until: day('2026-05-10'), reason: 'upgrade ordered' });
    const read = await scan();
    expect(read?.state).not.toBe('failed');
    expect(read?.errors).toContainEqual({ code: 'CRYPTO_EXCEPTION', params: expect.objectContaining({ used: 'sha1', until: '2026-05-10', host: sshd.host }) });
    setNow('2026-05-12T08:00:00Z');
    expect((await core.call('scan.listCryptoExceptions', {})).exceptions).toMatchObject([{ ...place, allow: ['sha1'], expired: true, reason: 'upgrade ordered' }]);
    expect((await scan())?.errors[0]?.code).toBe('CRYPTO_LEGACY');
  });

  test('N17 group exchange is computed in a thread of its own: the core answers all the while', { timeout: 90_000 }, async () => {
    const { core, sshd, scan } = await fixture(['KexAlgorithms diffie-hellman-group-exchange-sha256']);
    expect((await scan())?.errors[0]).toMatchObject({ code: 'CRYPTO_LEGACY', params: { needs: 'group-exchange' } });
    await core.call('scan.allowCrypto', { host: sshd.host, port: sshd.port, allow: ['group-exchange'], until: day('2026-05-10'), reason: 'upgrade ordered' });
    const busy = monitorEventLoopDelay({ resolution: 5 });
    busy.enable();
    const read = await scan();
    busy.disable();
    expect(read?.errors).toContainEqual({ code: 'CRYPTO_EXCEPTION', params: expect.objectContaining({ used: 'group-exchange' }) });
    expect(sshd.log()).toContain('Accepted publickey');
    // Checking the prime of a 3072-bit group takes ssh2 more than a second; the core's thread never feels it.
    expect(busy.max / 1e6).toBeLessThan(500);
  });

  test('N17 an exception is audited, can be undone and ends within a year', async () => {
    const { core, sshd } = await fixture();
    const place = { host: sshd.host, port: sshd.port };
    const allow = (until: string) => core.call('scan.allowCrypto', { ...place, allow: ['sha1'], until: day(until), reason: 'upgrade ordered' });
    await expect(allow('2026-04-30')).rejects.toMatchObject({ code: 'request.invalid_input' });
    await expect(allow('2027-05-03')).rejects.toMatchObject({ code: 'request.invalid_input' });
    await allow('2026-06-01');
    await core.call('project.undo', {});
    expect((await core.call('scan.listCryptoExceptions', {})).exceptions).toEqual([]);
    await core.call('project.redo', {});
    expect(await core.call('scan.removeCryptoException', place)).toEqual({ removed: 1 });
    await expect(core.call('scan.removeCryptoException', place)).rejects.toMatchObject({ code: 'record.not_found' });
    const actions = (await core.call('project.listAudit', {})).rows.map((row) => row.action);
    expect(actions).toEqual(expect.arrayContaining(['scan.allowCrypto', 'scan.removeCryptoException']));
  });
});
