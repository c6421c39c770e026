import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hostname } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd, type SshdOptions } from '../../support/sshd.ts';

const missing = sshdMissing();
const key = makeKeyPair();
const PASSWORD = 'correct-horse-9137';
const users = [{ name: 'scan', password: PASSWORD, authorizedKeys: [key.publicKey] }];
const states = (steps: readonly { readonly state: string }[]): string => steps.map((step) => step.state[0]).join('');

async function start(options: Partial<SshdOptions> = {}): Promise<RunningSshd> {
  const sshd = await startSshd({ users, ...options });
  onTestFinished(() => sshd.close());
  return sshd;
}

const targetOf = (sshd: RunningSshd): ScanTarget => ({ host: sshd.host, port: sshd.port, user: 'scan', name: null, departmentName: '市财政局', tag: null, jump: null, identityFile: null });
const logins = (sshd: RunningSshd): number => (sshd.log().match(/Accepted|Failed/g) ?? []).length;

describe.skipIf(missing !== undefined)(`against OpenSSH${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('N01 first contact waits for approval without a login; then the machine is read and belongs to its department', async () => {
    const sshd = await start();
    const { core, dataDir } = await startCoreWithProject();
    const credential = keyFileCredential(core, dataDir, key.privateKey);
    const target = targetOf(sshd);
    const preflight = await core.call('scan.runPreflight', { target, credential });
    expect(states(preflight.steps)).toBe('oofnnnnn');
    expect(preflight.error).toMatchObject({ code: 'HOSTKEY_UNKNOWN', params: { host: sshd.host, port: sshd.port, user: 'scan' } });
    expect(preflight.hostKey).toMatchObject({ state: 'pending', keyType: 'ssh-ed25519' });
    expect(logins(sshd)).toBe(0);
    const { rows: pending } = await core.call('scan.listHostKeys', { states: ['pending'] });
    const keys = pending.map(({ host, port, fingerprintSha256 }) => ({ host, port, fingerprintSha256 }));
    expect(await core.call('scan.approveHostKeys', { keys })).toEqual({ approved: 1, refused: 0 });
    const canary = await core.call('scan.runPreflight', { target, credential });
    expect(states(canary.steps)).toMatch(/^ooooo[ow][ow][ow]$/);
    const { jobId, runId } = await core.call('scan.start', { targets: [target], credential, hostKeyPolicy: 'strict' });
    await untilJob(core, jobId);
    const { rows } = await core.call('scan.listResults', { runId });
    expect(rows[0]).toMatchObject({ hostname: hostname() });
    const [server] = (await core.call('inventory.listServers', {})).rows;
    expect(server).toMatchObject({ departmentName: '市财政局', scanState: expect.stringMatching(/scanned|partial/) });
  });

  test('N03 N05 a changed key blocks: nothing is sent, it is not approved in bulk, and alone only on request', async () => {
    const sshd = await start();
    const other = await start();
    const { core, dataDir } = await startCoreWithProject();
    const credential = keyFileCredential(core, dataDir, key.privateKey);
    await core.call('scan.importKnownHosts', { text: other.knownHostsLine.replace(String(other.port), String(sshd.port)) });
    for (const hostKeyPolicy of ['strict', 'accept-new', 'ask'] as const) {
      const { error, hostKey } = await core.call('scan.runPreflight', { target: targetOf(sshd), credential, hostKeyPolicy });
      expect(error).toMatchObject({ code: 'HOSTKEY_CHANGED' });
      expect(hostKey?.previousFingerprintSha256).toMatch(/^SHA256:/);
      expect(hostKey?.previousFingerprintSha256).not.toBe(hostKey?.fingerprintSha256);
    }
    expect(logins(sshd)).toBe(0);
    const [changed] = (await core.call('scan.listHostKeys', { states: ['changed'] })).rows;
    const keys = [{ host: changed?.host ?? '', port: changed?.port ?? 0, fingerprintSha256: changed?.fingerprintSha256 ?? '' }];
    expect(await core.call('scan.approveHostKeys', { keys })).toEqual({ approved: 0, refused: 1 });
    expect(await core.call('scan.approveHostKeys', { keys, replaceChanged: true })).toEqual({ approved: 1, refused: 0 });
    expect((await core.call('scan.runPreflight', { target: targetOf(sshd), credential, hostKeyPolicy: 'strict' })).hostKey?.state).toBe('trusted');
  });

  test('accept-new lets a key in at once but never a password', async () => {
    const sshd = await start();
    const { core, dataDir } = await startCoreWithProject();
    const target = targetOf(sshd);
    const byPassword = await core.call('scan.runPreflight', { target, credential: { kind: 'password', password: PASSWORD }, hostKeyPolicy: 'accept-new' });
    expect(byPassword.error?.code).toBe('HOSTKEY_UNKNOWN');
    expect(logins(sshd)).toBe(0);
    const byKey = await core.call('scan.runPreflight', { target, credential: keyFileCredential(core, dataDir, key.privateKey), hostKeyPolicy: 'accept-new' });
    expect(byKey.hostKey).toMatchObject({ state: 'trusted', origin: 'accept-new' });
    const again = await core.call('scan.runPreflight', { target, credential: { kind: 'password', password: PASSWORD }, hostKeyPolicy: 'accept-new' });
    expect(states(again.steps)).toMatch(/^oooo/);
  });

  test('N06 a wrong password is tried once in half an hour, whatever is asked; a right one as often as needed; neither is kept', async () => {
    const sshd = await start();
    let now = new Date('2026-05-01T08:00:00.000Z');
    const { core, projectPath, log } = await startCoreWithProject({ now: () => now });
    await core.call('scan.importKnownHosts', { text: sshd.knownHostsLine });
    const tryWith = (password: string) => core.call('scan.runPreflight', { target: targetOf(sshd), credential: { kind: 'password', password }, hostKeyPolicy: 'strict' });
    expect((await tryWith('wrong-canary-4711')).error?.code).toBe('AUTH_REJECTED');
    const logged = logins(sshd);
    expect((await tryWith('wrong-canary-4711')).error).toMatchObject({ code: 'AUTH_PAUSED_BY_GUARD', params: { reason: 'tooSoon' } });
    expect((await tryWith(PASSWORD)).error?.code).toBe('AUTH_PAUSED_BY_GUARD');
    expect(logins(sshd)).toBe(logged);
    now = new Date('2026-05-01T08:30:01.000Z');
    expect(states((await tryWith(PASSWORD)).steps)).toMatch(/^oooo/);
    expect(states((await tryWith(PASSWORD)).steps)).toMatch(/^oooo/);
    const { jobId } = await core.call('scan.start', { targets: [targetOf(sshd)], credential: { kind: 'password', password: PASSWORD }, hostKeyPolicy: 'strict' });
    await untilJob(core, jobId);
    await core.call('project.close', {});
    const folder = join(projectPath, '..');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
    const kept = Buffer.concat(files.map((path) => readFileSync(path))).toString('latin1') + JSON.stringify(log);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain('wrong-canary-4711');
  });

  test('through a jump host: its key is checked apart, and its own failure names it', async () => {
    const gate = await start();
    const inner = await start();
    const { core, dataDir } = await startCoreWithProject();
    const credential = keyFileCredential(core, dataDir, key.privateKey);
    const jump = `scan@${gate.host}:${gate.port}`;
    const through = () => core.call('scan.runPreflight', { target: { ...targetOf(inner), jump }, credential, hostKeyPolicy: 'strict' });
    await core.call('scan.importKnownHosts', { text: inner.knownHostsLine });
    expect((await through()).error).toMatchObject({ code: 'BASTION_FAILED', params: { port: inner.port, cause: 'HOSTKEY_UNKNOWN' } });
    expect(logins(gate) + logins(inner)).toBe(0);
    await core.call('scan.importKnownHosts', { text: gate.knownHostsLine });
    expect(states((await through()).steps)).toMatch(/^ooooo/);
    const { jobId, runId } = await core.call('scan.start', { targets: [targetOf(inner)], jump, credential, hostKeyPolicy: 'strict' });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts.failed).toBe(0);
    expect(gate.log().match(/Accepted publickey/g)).toHaveLength(2);
  });
});
