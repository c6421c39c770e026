import { describe, expect, onTestFinished, test } from 'vitest';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd, type SshdOptions } from '../../support/sshd.ts';

const missing = sshdMissing();
const key = makeKeyPair();

async function start(more: Partial<SshdOptions> = {}): Promise<RunningSshd> {
  const sshd = await startSshd({ users: [{ name: 'scan', authorizedKeys: [key.publicKey] }], ...more });
  onTestFinished(() => sshd.close());
  return sshd;
}
const hop = (sshd: RunningSshd): string => `scan@${sshd.host}:${sshd.port}`;
const place = (sshd: RunningSshd): string => `${sshd.host}:${sshd.port}`;
const logins = (...servers: RunningSshd[]): number[] => servers.map((sshd) => (sshd.log().match(/Accepted publickey/g) ?? []).length);
const targetOf = (sshd: RunningSshd, jump: string | null): ScanTarget => ({ host: sshd.host, port: sshd.port, user: 'scan', name: null, departmentName: null, tag: null, jump, identityFile: null });

async function fixture() {
  const { core, dataDir } = await startCoreWithProject();
  const credential = keyFileCredential(core, dataDir, key.privateKey);
  const trust = (...lines: string[]) => core.call('scan.importKnownHosts', { text: lines.join('\n') });
  return { core, credential, trust };
}

describe.skipIf(missing !== undefined)(`two jump hosts in a row${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('N16 each hop proves its own key; the error names the hop, and no hop behind it hears of the scan', { timeout: 60_000 }, async () => {
    const [outer, middle, inner, stranger] = [await start(), await start(), await start(), await start()];
    const { core, credential, trust } = await fixture();
    const target = targetOf(inner, `${hop(outer)},${hop(middle)}`);
    const preflight = () => core.call('scan.runPreflight', { target, credential, hostKeyPolicy: 'strict', useSudo: false });
    expect((await preflight()).error).toMatchObject({ code: 'BASTION_FAILED', params: { via: place(outer), cause: 'HOSTKEY_UNKNOWN', port: inner.port } });
    await trust(outer.knownHostsLine);
    expect((await preflight()).error).toMatchObject({ code: 'BASTION_FAILED', params: { via: place(middle), cause: 'HOSTKEY_UNKNOWN' } });
    await trust(middle.knownHostsLine);
    expect((await preflight()).error).toMatchObject({ code: 'HOSTKEY_UNKNOWN', params: { host: inner.host, port: inner.port } });
    expect(logins(outer, middle, inner)).toEqual([2, 1, 0]);
    await trust(stranger.knownHostsLine.replace(place(stranger).split(':')[1] ?? '', String(inner.port)));
    expect((await preflight()).error).toMatchObject({ code: 'HOSTKEY_CHANGED' });
    expect(logins(inner)).toEqual([0]);
  });

  test('N16 a run opens each jump host once and reads all hosts behind the chain', { timeout: 60_000 }, async () => {
    const [outer, middle, ...inner] = [await start(), await start(), await start(), await start(), await start()];
    const { core, credential, trust } = await fixture();
    await trust(...[outer, middle, ...inner].map((sshd) => sshd.knownHostsLine));
    const jump = `${hop(outer)},${hop(middle)}`;
    const { jobId, runId } = await core.call('scan.start', { targets: inner.map((sshd) => targetOf(sshd, null)), jump, credential, hostKeyPolicy: 'strict', useSudo: false });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: 3, failed: 0, skipped: 0 });
    expect(logins(outer, middle, ...inner)).toEqual([1, 1, 1, 1, 1]);
  });

  test('N16 one address behind two jump hosts is two machines with two keys', { timeout: 60_000 }, async () => {
    // Each jump host knows `inner.example` as a machine of its own.
    const knowing = (address: string) => ({ prepare: `cp /etc/hosts $FOLDER/hosts && echo '${address} inner.example' >> $FOLDER/hosts && mount --bind $FOLDER/hosts /etc/hosts` });
    const first = await start();
    const other = await start({ host: '127.0.0.2', port: first.port });
    const [gateA, gateB] = [await start(knowing(first.host)), await start(knowing(other.host))];
    const { core, credential, trust } = await fixture();
    await trust(gateA.knownHostsLine, gateB.knownHostsLine);
    const targets = [gateA, gateB].map((gate) => ({ ...targetOf(first, hop(gate)), host: 'inner.example' }));
    const { jobId, runId } = await core.call('scan.start', { targets, credential, hostKeyPolicy: 'accept-new', useSudo: false });
    await untilJob(core, jobId);
    const { rows } = await core.call('scan.listResults', { runId });
    expect(rows.map((row) => row.state === 'failed' ? row.errors[0]?.code : 'read')).toEqual(['read', 'read']);
    const keys = (await core.call('scan.listHostKeys', {})).rows.filter((row) => row.host === 'inner.example');
    expect(keys.map((row) => row.path).sort()).toEqual([place(gateA), place(gateB)].sort());
    expect(new Set(keys.map((row) => row.fingerprintSha256)).size).toBe(2);
    expect(logins(first, other)).toEqual([1, 1]);
  });

  test('N13 a jump host that takes two logins at once serves twenty hosts', { timeout: 60_000 }, async () => {
    const gate = await start({ config: ['MaxStartups 2:100:2', 'MaxSessions 2'] });
    const inner = await start();
    const { core, credential, trust } = await fixture();
    const targets = Array.from({ length: 20 }, () => targetOf(inner, hop(gate)));
    await trust(gate.knownHostsLine, inner.knownHostsLine);
    const { jobId, runId } = await core.call('scan.start', { targets, credential, hostKeyPolicy: 'strict', useSudo: false, concurrency: 20 });
    await untilJob(core, jobId);
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: 20, failed: 0, skipped: 0 });
    expect(gate.log()).not.toContain('MaxStartups');
  });
});
