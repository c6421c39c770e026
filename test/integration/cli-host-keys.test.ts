import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JSON_SHAPES } from '../../electron/shells/cli/json-shapes.ts';
import { command, typeCommand } from '../support/fake-terminal.ts';
import { makeKeyPair, sshdMissing, startSshd } from '../support/sshd.ts';
import { tempDir } from '../support/temp-dir.ts';

const missing = sshdMissing();

async function fixture() {
  const key = makeKeyPair();
  const sshd = await startSshd({ users: [{ name: 'lf-keys', authorizedKeys: [key.publicKey] }] });
  onTestFinished(() => sshd.close());
  const folder = tempDir('cli-keys');
  const project = join(folder, 'p.landfall');
  writeFileSync(join(folder, 'key'), key.privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'hosts.txt'), `lf-keys@127.0.0.1:${sshd.port}\n`);
  const dataDir = join(folder, 'data');
  await command(dataDir, ['project', 'create', project]);
  return { dataDir, project, scan: ['scan', project, '--targets', join(folder, 'hosts.txt'), '--identity', join(folder, 'key'), '--no-sudo', '--json'] };
}

describe.skipIf(missing !== undefined)(`unknown host keys at the terminal (${missing ?? 'real sshd'})`, () => {
  it('shows the fingerprint, and after a yes scans the host in the same command', { timeout: 60_000 }, async () => {
    const { dataDir, scan } = await fixture();
    const run = typeCommand(dataDir, scan, { tty: true, answers: ['y'] });
    const exitCode = await run.exitCode;
    const { counts } = JSON_SHAPES.scan.parse(JSON.parse(run.stdout())).run;
    expect(run.questions).toHaveLength(1);
    expect(run.stderr()).toMatch(/127\.0\.0\.1:\d+ \S+ SHA256:/);
    expect([counts.done + counts.partial, counts.failed]).toEqual([1, 0]);
    expect(exitCode).toBe(counts.partial > 0 ? 3 : 0);
  });

  it('after a no, and where nobody can be asked, the key stays pending', { timeout: 60_000 }, async () => {
    const { dataDir, scan, project } = await fixture();
    expect(await typeCommand(dataDir, scan, { tty: true, answers: ['n'] }).exitCode).toBe(3);
    expect((await command(dataDir, [...scan, '--no-input'], { tty: true })).exitCode).toBe(3);
    const keys = JSON_SHAPES['host keys'].parse(JSON.parse((await command(dataDir, ['host', 'keys', project, '--json'])).stdout));
    expect(keys.rows.map((row) => row.state)).toEqual(['pending']);
    expect((await command(dataDir, ['host', 'approve', project, '--all-pending'])).exitCode).toBe(0);
    const done = await command(dataDir, [...scan, '--no-input', '--host-keys', 'strict']);
    expect(JSON_SHAPES.scan.parse(JSON.parse(done.stdout)).run.counts.failed).toBe(0);
  });
});
