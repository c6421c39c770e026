import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { VaultSession } from '../../../electron/core/vault/vault-session.ts';
import { tempDir } from '../../support/temp-dir.ts';

const STRACE = '/usr/bin/strace';
const missing = process.platform === 'linux' && existsSync(STRACE) ? undefined : 'needs strace';
const RUNNER = resolve(import.meta.dirname, '../../support/run-typescript.mjs');
const WRITER = resolve(import.meta.dirname, '../../support/vault-writer.ts');
const PASSPHRASE = 'correct horse battery';
/** Where a write of the vault can be cut: after the text before the sync, before the rename, before the folder's sync. */
const CUTS = ['fsync:signal=SIGKILL:when=1', 'rename:signal=SIGKILL:when=1', 'fsync:signal=SIGKILL:when=2'] as const;

test.skipIf(missing !== undefined)(`V03 a process killed at each step of a write leaves the old or the new vault, never another (${missing ?? 'strace'})`, { timeout: 180_000 }, async () => {
  const folder = tempDir('vault-crash');
  const path = join(folder, 'city.lfvault');
  const order = join(folder, 'order.json');
  writeFileSync(order, JSON.stringify({ path, passphrase: PASSPHRASE }), { mode: 0o600 });
  const session = () => new VaultSession({ path: () => path, newId: () => 'vault', nowMs: () => 0, onLocked: () => undefined });
  await session().create(PASSPHRASE);
  const write = (inject: string | undefined) => spawnSync(inject === undefined ? process.execPath : STRACE, [...(inject === undefined ? [] : ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${inject.split(':')[0]}`, '-e', `inject=${inject}`, process.execPath]), RUNNER, WRITER, order], { encoding: 'utf8', cwd: resolve(import.meta.dirname, '../../..') });
  expect(write(undefined).stdout).toBe('unlocked\nstored\n');
  const outcomes: string[] = [];
  for (const cut of CUTS) {
    const before = readFileSync(path, 'utf8');
    const { stdout, signal, status } = write(cut);
    expect([stdout, signal ?? status !== 0], cut).toEqual(['unlocked\n', expect.anything()]);
    const opened = session();
    await opened.unlock(PASSPHRASE);
    const names = opened.entries().map((entry) => [entry.meta.name, opened.openSecret(entry).toString()]);
    expect(names.every(([name, secret]) => secret === `secret of ${name}`)).toBe(true);
    outcomes.push(readFileSync(path, 'utf8') === before ? 'old' : 'new');
  }
  expect(outcomes).toEqual(['old', 'old', 'new']);
});
