import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { startProbeFleet } from '../../support/probe-fleet.ts';
import { untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const PASSPHRASE = 'canary-passphrase-7731';
const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());

describe('stored credentials', () => {
  test('V06 V07 V08 V09 V12 fifty secrets are used, listed, changed and backed up, and none is found outside of the vault', { timeout: 90_000 }, async () => {
    const fleet = await startProbeFleet({ hosts: 3 });
    onTestFinished(() => fleet.close());
    const { core, dataDir, log, events, projectPath } = await startCoreWithProject();
    const answers: unknown[] = [];
    const call: typeof core.call = async (method, input) => {
      const answer = await core.call(method, input);
      answers.push(answer);
      return answer;
    };
    await call('scan.importKnownHosts', { text: fleet.knownHostsText });
    expect((await call('vault.create', { passphrase: PASSPHRASE })).status.state).toBe('unlocked');
    const canaries = Array.from({ length: 49 }, (_, index) => `canary-secret-${index}-${'x'.repeat(index % 7)}q`);
    for (const [index, password] of canaries.entries()) await call('vault.add', { name: `account ${index}`, user: 'ops', secret: { kind: 'password', password } });
    const keyPath = join(dataDir, 'key-to-store');
    writeFileSync(keyPath, fleet.privateKey, { mode: 0o600 });
    const { entry } = await call('vault.add', { name: 'fleet key', user: 'landfall', secret: { kind: 'key-file', file: core.files.register(keyPath, 'read') } });
    writeFileSync(keyPath, '');
    expect(entry.fingerprintSha256).toMatch(/^SHA256:/);
    await call('vault.lock', {});
    await expect(core.call('vault.list', {})).rejects.toMatchObject({ code: 'vault.locked' });
    const credential = { kind: 'vault', id: entry.id } as const;
    await expect(core.call('scan.start', { targets: [...fleet.targets], credential })).rejects.toMatchObject({ code: 'vault.locked' });
    await call('vault.unlock', { passphrase: PASSPHRASE });
    const { jobId } = await call('scan.start', { targets: [...fleet.targets], credential, hostKeyPolicy: 'strict' });
    // V12: what a scan took before the vault was locked is enough to finish.
    await call('vault.lock', {});
    expect(await untilJob(core, jobId)).toMatchObject({ state: 'succeeded', result: { counts: { total: 3, failed: 0, skipped: 0 } } });
    await call('vault.unlock', { passphrase: PASSPHRASE });
    expect((await call('vault.check', {})).checked).toBe(50);
    const { entries } = await call('vault.list', {});
    expect(entries.find((each) => each.id === entry.id)?.lastUsedAt).not.toBeNull();
    await call('vault.update', { id: entries[0]!.id, name: 'renamed', secret: { kind: 'password', password: 'canary-secret-new' } });
    await call('vault.remove', { id: entries[1]!.id });
    await call('project.backUp', {});
    await call('project.listAudit', {});
    await call('job.list', {});
    for (const format of ['jsonl', 'xlsx'] as const) {
      const file = core.files.register(join(dataDir, `out.${format}`), 'write');
      const exported = await call('exporting.start', { format, ...(format === 'jsonl' ? { table: 'servers' } : {}), file, language: 'en' });
      expect((await untilJob(core, exported.jobId)).state).toBe('succeeded');
    }
    await core.call('project.close', {});
    const vault = projectPath.replace(/\.landfall$/, '.lfvault');
    const kept = filesBelow(dataDir).filter((path) => path !== vault).map((path) => readFileSync(path, 'latin1')).join('\n');
    const told = JSON.stringify([answers, log, events]);
    const here = readFileSync('/proc/self/environ', 'latin1') + readFileSync('/proc/self/cmdline', 'latin1');
    const keyBody = fleet.privateKey.split('\n').filter((line) => /^[A-Za-z0-9+/=]{60,}$/.test(line));
    expect(keyBody.length).toBeGreaterThan(1);
    for (const secret of [PASSPHRASE, 'canary-secret', ...keyBody]) {
      expect(kept.includes(secret), 'in a file').toBe(false);
      expect(told.includes(secret), 'in an answer, a log line or an event').toBe(false);
      expect(here.includes(secret), 'in the process').toBe(false);
      expect(readFileSync(vault, 'latin1').includes(secret), 'readable in the vault').toBe(false);
    }
    expect(statSync(vault).mode & 0o777).toBe(0o600);
  });

  test('a credential bound to a department is not shown to another one\'s hosts nor to a foreign jump host, and the refusal is on record', { timeout: 60_000 }, async () => {
    const fleet = await startProbeFleet({ hosts: 4 });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = await startCoreWithProject();
    await core.call('scan.importKnownHosts', { text: fleet.knownHostsText });
    await core.call('vault.create', { passphrase: PASSPHRASE });
    const keyPath = join(dataDir, 'key');
    writeFileSync(keyPath, fleet.privateKey, { mode: 0o600 });
    const secret = { kind: 'key-file', file: core.files.register(keyPath, 'read') } as const;
    const { entry } = await core.call('vault.add', { name: 'finance', user: 'landfall', scope: { departments: ['财政局'], hosts: [] }, secret });
    const targets = fleet.targets.map((target, index): ScanTarget => ({ ...target, departmentName: index < 2 ? '财政局' : '公安局' }));
    const credential = { kind: 'vault', id: entry.id } as const;
    const { jobId, runId } = await core.call('scan.start', { targets, credential, hostKeyPolicy: 'strict' });
    await untilJob(core, jobId);
    const { run } = await core.call('scan.getRun', { runId });
    expect(run.counts).toMatchObject({ skipped: 2, failed: 0 });
    expect(run.errorGroups).toContainEqual({ code: 'CREDENTIAL_OUT_OF_SCOPE', count: 2 });
    expect([...fleet.logins.keys()].sort()).toEqual(targets.slice(0, 2).map((target) => target.name));
    const { rows } = await core.call('project.listAudit', {});
    expect(rows.find((row) => row.action === 'vault.refuse')?.summary).toEqual({ name: 'finance', targets: 2 });
    await core.call('vault.update', { id: entry.id, scope: { departments: [], hosts: ['127.0.0.0/8'] } });
    const behind = { ...targets[2]!, jump: 'landfall@gate.elsewhere' };
    expect((await core.call('scan.runPreflight', { target: behind, credential, hostKeyPolicy: 'strict' })).error?.code).toBe('CREDENTIAL_OUT_OF_SCOPE');
    expect((await core.call('scan.runPreflight', { target: targets[2]!, credential, hostKeyPolicy: 'strict' })).steps[3]?.state).toBe('ok');
  });

  test('V10 a key is proved when it is stored: with its passphrase, or with the exact reason', async () => {
    const { core, dataDir } = await startCoreWithProject();
    await core.call('vault.create', { passphrase: PASSPHRASE });
    const store = (text: string, passphrase?: string) => {
      const path = join(dataDir, 'candidate');
      writeFileSync(path, text, { mode: 0o600 });
      return core.call('vault.add', { name: `key ${passphrase ?? 'plain'}`, secret: { kind: 'key-file', file: core.files.register(path, 'read'), ...(passphrase === undefined ? {} : { passphrase }) } });
    };
    const locked = makeKeyPair('opens');
    await expect(store(locked.privateKey)).rejects.toMatchObject({ code: 'scan.identity_passphrase_needed' });
    await expect(store(locked.privateKey, 'wrong')).rejects.toMatchObject({ code: 'scan.identity_passphrase_needed' });
    expect((await store(locked.privateKey, 'opens')).entry.kind).toBe('key');
    await expect(store(locked.publicKey)).rejects.toMatchObject({ code: 'scan.identity_unreadable', params: { problem: 'publicKey' } });
    await expect(store('PuTTY-User-Key-File-3: ssh-ed25519')).rejects.toMatchObject({ code: 'scan.identity_unreadable', params: { problem: 'putty' } });
    expect((await core.call('vault.list', {})).entries).toHaveLength(1);
  });

  test('V07 no procedure of the contract has room for a secret in its answer', () => {
    for (const [name, { output }] of Object.entries(contract)) {
      const shape = JSON.stringify(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' }));
      expect(shape, name).not.toMatch(/"(password|passphrase|privateKey|secret)":/i);
    }
  });
});
