import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { JSON_SHAPES } from '../../../electron/shells/cli/json-shapes.ts';
import { command, typeCommand } from '../../support/fake-terminal.ts';
import { startProbeFleet } from '../../support/probe-fleet.ts';
import { tempDir } from '../../support/temp-dir.ts';

const PASSPHRASE = 'canary-passphrase-5512';

async function fixture() {
  const folder = tempDir('cli-vault');
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const project = join(folder, 'p.landfall');
  const dataDir = join(folder, 'data');
  const landfall = (...argv: string[]) => command(dataDir, argv);
  await landfall('project', 'create', project);
  const unlock = ['--vault-passphrase-file', write('pass', `${PASSPHRASE}\n`)];
  return { folder, project, dataDir, landfall, unlock, write };
}

test('a credential is stored, listed without its secret, used for a scan, renamed, checked and removed', { timeout: 90_000 }, async () => {
  const fleet = await startProbeFleet({ hosts: 2 });
  onTestFinished(() => fleet.close());
  const { folder, project, landfall, unlock, write } = await fixture();
  expect((await landfall('vault', 'add', project, 'fleet', ...unlock, '--identity', write('key', fleet.privateKey))).exitCode).toBe(6);
  expect((await landfall('vault', 'create', project, ...unlock)).exitCode).toBe(0);
  expect(existsSync(join(folder, 'p.lfvault'))).toBe(true);
  expect((await landfall('vault', 'add', project, 'fleet', ...unlock, '--identity', join(folder, 'key'), '--user', 'landfall', '--host', '127.0.0.0/8')).exitCode).toBe(0);
  const listed = await landfall('vault', 'list', project, ...unlock, '--json');
  expect(JSON_SHAPES['vault list'].parse(JSON.parse(listed.stdout)).entries).toMatchObject([{ name: 'fleet', kind: 'key', user: 'landfall', scope: { hosts: ['127.0.0.0/8'] } }]);
  const hosts = write('hosts.txt', fleet.targets.map((target) => `127.0.0.1:${target.port}`).join('\n'));
  const scan = ['scan', project, '--targets', hosts, '--vault', 'fleet', '--known-hosts', write('known', fleet.knownHostsText), '--host-keys', 'strict', '--json'];
  expect((await landfall(...scan)).exitCode).toBe(6);
  const scanned = await landfall(...scan, ...unlock);
  expect(JSON_SHAPES.scan.parse(JSON.parse(scanned.stdout)).run.counts).toMatchObject({ total: 2, failed: 0, skipped: 0 });
  expect((await landfall('vault', 'update', project, 'fleet', ...unlock, '--rename', 'fleet key')).exitCode).toBe(0);
  expect((await landfall('vault', 'check', project, ...unlock)).stdout).toContain('1');
  expect((await landfall('vault', 'passwd', project, ...unlock, '--new-passphrase-file', write('next', 'another long passphrase'))).exitCode).toBe(0);
  expect((await landfall('vault', 'list', project, ...unlock)).exitCode).toBe(6);
  const next = ['--vault-passphrase-file', join(folder, 'next')];
  expect((await landfall('vault', 'remove', project, 'fleet key', ...next)).exitCode).toBe(0);
  expect((await landfall('vault', 'list', project, ...next, '--json')).stdout).toContain('"entries": []');
});

test('V11 a secret in the arguments is refused with a hint and is never repeated', async () => {
  const { project, landfall } = await fixture();
  for (const argv of [['vault', 'create', project, '--vault-passphrase', PASSPHRASE], ['vault', 'add', project, 'x', `--password=${PASSPHRASE}`], ['vault', 'passwd', project, '--new-passphrase', PASSPHRASE], ['scan', project, '--vault', 'x', '--vault-passphrase', PASSPHRASE]]) {
    const { exitCode, stdout, stderr } = await landfall(...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--password-file');
    expect(stderr).not.toContain(PASSPHRASE);
  }
});

test('at a terminal the passphrase is typed twice, hidden, and too short a one is refused', { timeout: 60_000 }, async () => {
  const { project, dataDir } = await fixture();
  expect(await typeCommand(dataDir, ['vault', 'create', project], { tty: true, answers: ['short', 'short'] }).exitCode).toBe(4);
  expect(await typeCommand(dataDir, ['vault', 'create', project], { tty: true, answers: [PASSPHRASE, 'another'] }).exitCode).toBe(4);
  const run = typeCommand(dataDir, ['vault', 'create', project], { tty: true, answers: [PASSPHRASE, PASSPHRASE] });
  expect(await run.exitCode).toBe(0);
  expect(run.questions).toHaveLength(2);
  expect(await typeCommand(dataDir, ['vault', 'add', project, 'ops', '--user', 'ops'], { tty: true, answers: [PASSPHRASE, 'canary-secret'] }).exitCode).toBe(0);
});
