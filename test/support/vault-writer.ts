import { readFileSync, writeSync } from 'node:fs';
import { VaultSession } from '../../electron/core/vault/vault-session.ts';

/** Adds one entry to the vault named by the order in the file of the first argument, in a process of its own that tests kill. */
const { path, passphrase } = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as { path: string; passphrase: string };
const session = new VaultSession({ path: () => path, newId: () => 'vault', nowMs: () => performance.now(), onLocked: () => undefined });
await session.unlock(passphrase);
const id = `credential-${session.entries().length + 1}`;
const meta = { id: id as never, name: id, kind: 'password' as const, user: null, scope: { departments: [], hosts: [] }, fingerprintSha256: null, createdAt: '2026-05-01T08:00:00.000Z', lastUsedAt: null };
writeSync(1, 'unlocked\n');
await session.replaceEntries((entries) => [...entries, { meta, version: 1, secret: session.sealSecret(id, 1, Buffer.from(`secret of ${id}`)) }]);
writeSync(1, 'stored\n');
session.lock();
