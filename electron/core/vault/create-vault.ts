import { AppError } from '../../../shared/kernel/app-error.ts';
import type { SecretVault } from '../ports/secret-vault.ts';
import { isCovered } from './scope.ts';
import { decodeSecret } from './vault-secret.ts';
import { VaultSession, type VaultSessionOptions } from './vault-session.ts';
import { vaultPath } from './vault-path.ts';

export interface VaultOptions extends Omit<VaultSessionOptions, 'path'> {
  /** Throws `project.not_open`. */
  readonly projectPath: () => string;
  readonly now: () => Date;
  /** A last use that could not be written down. */
  readonly onUnwritten: (error: unknown) => void;
}

export interface Vault extends SecretVault {
  readonly session: VaultSession;
  /** Also when the project is closed. */
  lock(): void;
}

export function createVault({ projectPath, now, onUnwritten, ...options }: VaultOptions): Vault {
  const session = new VaultSession({ ...options, path: () => vaultPath(projectPath()) });
  const noteUse = async (id: string): Promise<void> => {
    const lastUsedAt = now().toISOString();
    await session.inTurn(() => session.replaceEntries((entries) => entries.map((entry) => (entry.meta.id === id ? { ...entry, meta: { ...entry.meta, lastUsedAt } } : entry))));
  };
  return {
    session,
    lock: () => session.lock(),
    use: async (id) => {
      const entry = session.entries().find(({ meta }) => meta.id === id);
      if (!entry) throw new AppError('record.not_found', { kind: 'credential', id });
      const { name, user, scope } = entry.meta;
      const plain = session.openSecret(entry);
      const credential = decodeSecret(plain);
      plain.fill(0);
      // A vault on a read-only disk still serves.
      await noteUse(id).catch(onUnwritten);
      return { id, name, user, credential, covers: (target, jumpHosts) => isCovered(scope, target, jumpHosts) };
    },
  };
}
