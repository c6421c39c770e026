import type { z } from 'zod';
import { basename } from 'node:path';
import type { vaultContract } from '../../../shared/contract/vault.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CredentialId } from '../../../shared/kernel/ids.ts';
import type { VaultEntry } from '../../../shared/model/vault.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { ChangeNote } from '../db/index.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { Vault } from './create-vault.ts';
import { readKeySecret } from './key-secret.ts';
import type { StoredEntry } from './vault-file.ts';
import { vaultPath } from './vault-path.ts';
import { encodeSecret, type VaultSecret } from './vault-secret.ts';

export { createVault, type Vault } from './create-vault.ts';

type Asked = z.output<(typeof vaultContract)['vault.add']['input']>['secret'];
type Context = Pick<CoreContext, 'database' | 'files' | 'newId' | 'now' | 'userName'>;
interface TakenSecret {
  readonly secret: VaultSecret;
  readonly fingerprintSha256: string | null;
}

function demandFreeName(entries: readonly StoredEntry[], name: string, ownId?: string): void {
  if (entries.some(({ meta }) => meta.name === name && meta.id !== ownId)) throw new AppError('record.duplicate_name', { name });
}

function findEntry(entries: readonly StoredEntry[], id: string): StoredEntry {
  const entry = entries.find(({ meta }) => meta.id === id);
  if (!entry) throw new AppError('record.not_found', { kind: 'credential', id });
  return entry;
}

/** Sealed credentials of the open project. Every handler works inside the vault's turn; none returns a secret. */
export function createVaultFeature(context: Context, vault: Vault): HandlersOf<typeof vaultContract> {
  const { session } = vault;
  const audit = (note: Pick<ChangeNote, 'action' | 'summary'>): void => context.database().record({ ...note, by: context.userName() }, () => undefined);
  const takeIn = async (asked: Asked): Promise<TakenSecret> =>
    asked.kind === 'password' ? { secret: asked, fingerprintSha256: null } : await readKeySecret(context.files.resolve(asked.file, 'read'), asked.passphrase);
  const sealEntry = (meta: VaultEntry, version: number, secret: VaultSecret): StoredEntry => {
    const plain = encodeSecret(secret);
    const sealed = session.sealSecret(meta.id, version, plain);
    plain.fill(0);
    return { meta, version, secret: sealed };
  };
  const status = () => {
    const locksInMs = session.locksInMs();
    const state = session.state();
    return { status: { state, fileName: basename(vaultPath(context.database().path)), locksAt: state !== 'unlocked' || locksInMs === undefined ? null : new Date(context.now().getTime() + locksInMs).toISOString() } };
  };
  return {
    'vault.getStatus': status,
    'vault.create': ({ passphrase }) => session.inTurn(async () => {
      await session.create(passphrase);
      audit({ action: 'vault.create', summary: {} });
      return status();
    }),
    'vault.unlock': ({ passphrase }) => session.inTurn(async () => {
      await session.unlock(passphrase);
      return status();
    }),
    'vault.lock': () => {
      vault.lock();
      return status();
    },
    'vault.changePassphrase': ({ passphrase, newPassphrase }) => session.inTurn(async () => {
      await session.changePassphrase(passphrase, newPassphrase);
      audit({ action: 'vault.changePassphrase', summary: {} });
      return status();
    }),
    'vault.list': () => ({ entries: session.entries().map(({ meta }) => meta) }),
    'vault.add': ({ secret: asked, name, user, scope }) => session.inTurn(async () => {
      demandFreeName(session.entries(), name);
      const { secret, fingerprintSha256 } = await takeIn(asked);
      const meta: VaultEntry = { id: `credential-${context.newId()}` as CredentialId, name, kind: secret.kind, user, scope, fingerprintSha256, createdAt: context.now().toISOString(), lastUsedAt: null };
      await session.replaceEntries((entries) => [...entries, sealEntry(meta, 1, secret)]);
      audit({ action: 'vault.add', summary: { name, kind: meta.kind } });
      return { entry: meta };
    }),
    'vault.update': ({ id, secret: asked, ...changes }) => session.inTurn(async () => {
      const before = findEntry(session.entries(), id);
      const { name = before.meta.name, user = before.meta.user, scope = before.meta.scope } = changes;
      demandFreeName(session.entries(), name, id);
      const taken = asked && (await takeIn(asked));
      const meta: VaultEntry = { ...before.meta, name, user, scope, ...(taken ? { kind: taken.secret.kind, fingerprintSha256: taken.fingerprintSha256 } : {}) };
      const after = taken ? sealEntry(meta, before.version + 1, taken.secret) : { ...before, meta };
      await session.replaceEntries((entries) => entries.map((entry) => (entry.meta.id === id ? after : entry)));
      audit({ action: 'vault.update', summary: { name, fields: [...Object.keys(changes), ...(asked ? ['secret'] : [])].join(', ') } });
      return { entry: meta };
    }),
    'vault.remove': ({ id }) => session.inTurn(async () => {
      const { meta } = findEntry(session.entries(), id);
      await session.replaceEntries((entries) => entries.filter((entry) => entry.meta.id !== id));
      audit({ action: 'vault.remove', summary: { name: meta.name } });
      return { removed: 1 };
    }),
    'vault.check': () => {
      const entries = session.entries();
      for (const entry of entries) session.openSecret(entry).fill(0);
      return { checked: entries.length };
    },
  };
}
