import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { formatVault, parseVault } from '../../../electron/core/vault/vault-file.ts';
import { IDLE_LOCK_MS, VaultSession } from '../../../electron/core/vault/vault-session.ts';

const PASSPHRASE = 'correct horse battery';
const meta = { id: 'credential-1' as never, name: 'servers', kind: 'password', user: 'ops', scope: { departments: ['财政局'], hosts: [] }, fingerprintSha256: null, createdAt: '2026-05-01T08:00:00.000Z', lastUsedAt: null } as const;

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'landfall-vault-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'city.lfvault');
  let nowMs = 0;
  const session = () => new VaultSession({ path: () => path, newId: () => 'vault-1', nowMs: () => nowMs, onLocked: () => undefined });
  const first = session();
  await first.create(PASSPHRASE);
  await first.replaceEntries(() => [{ meta: { ...meta, scope: { departments: [...meta.scope.departments], hosts: [] } }, version: 1, secret: first.sealSecret(meta.id, 1, Buffer.from('s3cret-canary')) }]);
  return { path, first, session, advance: (ms: number) => { nowMs += ms; } };
}

describe('a vault', () => {
  test('V05 opens in another session with the passphrase only; the file is the owner\'s and holds no secret', async () => {
    const { path, session } = await setUp();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'latin1')).not.toMatch(/s3cret-canary|correct horse/);
    const other = session();
    expect(other.state()).toBe('locked');
    expect(() => other.entries()).toThrow('vault.locked');
    await other.unlock(PASSPHRASE);
    const [entry] = other.entries();
    expect(other.openSecret(entry!).toString()).toBe('s3cret-canary');
    expect(entry?.meta).toEqual(meta);
  });

  test('V01 after three wrong passphrases each further try waits longer, and the right one opens it unharmed', { timeout: 60_000 }, async () => {
    const { path, session, advance } = await setUp();
    const before = readFileSync(path);
    const other = session();
    const waits: number[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      const error: unknown = await other.unlock(`wrong ${tries}`).then(() => undefined, (reason: unknown) => reason);
      if (error instanceof AppError && error.code === 'vault.wait') {
        const seconds = Number(error.params['seconds']);
        waits.push(seconds);
        advance(seconds * 1000);
      } else expect(error).toMatchObject({ code: 'vault.unlock_failed', params: {} });
    }
    expect(waits.length).toBeGreaterThan(5);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(waits[0]! * 10);
    await expect(other.unlock('wrong once more')).rejects.toMatchObject({ code: 'vault.unlock_failed' });
    // While the wait lasts even the right one is not looked at, so that the answer tells nothing.
    await expect(other.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault.wait' });
    advance(IDLE_LOCK_MS);
    await other.unlock(PASSPHRASE);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('V02 no byte can be changed: each flip is refused before anything is used', { timeout: 120_000 }, async () => {
    const { path, session } = await setUp();
    const good = readFileSync(path);
    const outcomes = new Map<string, number>();
    const text = good.toString('utf8');
    // What the passphrase is stretched with is 0.3 s each time: the flips that only the key can notice are sampled.
    let stretched = 0;
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << at % 8);
      let parsed = true;
      try {
        expect(formatVault(parseVault(bad.toString('utf8')))).not.toBe(text);
      } catch (error) {
        parsed = false;
        expect(error).toMatchObject({ code: 'vault.damaged' });
      }
      if (parsed && at % 29 !== 0) continue;
      writeFileSync(path, bad);
      if (parsed) stretched += 1;
      const error: unknown = parsed ? await session().unlock(PASSPHRASE).then(() => 'opened', (reason: unknown) => reason) : undefined;
      if (parsed) expect(error, `byte ${at}`).toMatchObject({ code: 'vault.unlock_failed' });
      const outcome = parsed ? 'unlock_failed' : 'damaged';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(stretched).toBeGreaterThan(5);
    expect([...outcomes.keys()].sort()).toEqual(['damaged', 'unlock_failed']);
    writeFileSync(path, good);
    await session().unlock(PASSPHRASE);
  });

  test('V02 secrets cannot be exchanged within a vault', async () => {
    const { first } = await setUp();
    const [entry] = first.entries();
    expect(() => first.openSecret({ ...entry!, meta: { ...entry!.meta, id: 'credential-2' as never } })).toThrow('vault.damaged');
    expect(() => first.openSecret({ ...entry!, version: 2 })).toThrow('vault.damaged');
  });

  test('a new passphrase replaces the old one, a second vault is not made over the first, and another writer is noticed', async () => {
    const { first, session, path } = await setUp();
    await first.changePassphrase(PASSPHRASE, 'another long passphrase');
    await expect(session().unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault.unlock_failed' });
    const other = session();
    await other.unlock('another long passphrase');
    expect(other.openSecret(other.entries()[0]!).toString()).toBe('s3cret-canary');
    await expect(other.create(PASSPHRASE)).rejects.toMatchObject({ code: 'vault.exists' });
    await other.replaceEntries(() => []);
    await expect(first.replaceEntries((entries) => entries)).rejects.toMatchObject({ code: 'record.stale' });
    expect(existsSync(path)).toBe(true);
  });
});
