import { AppError } from '../../../shared/kernel/app-error.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { CredentialId } from '../../../shared/kernel/ids.ts';
import type { VaultEntry } from '../../../shared/model/vault.ts';
import type { CommandContext } from './command-context.ts';
import { readSecretFile, readSecretStdin } from './read-secret.ts';

export interface VaultPassphraseOptions {
  readonly vaultPassphraseFile?: string;
  readonly vaultPassphraseStdin?: boolean;
}

/** From a file, stdin or a person; never from the arguments or the environment. Throws `vault.locked` when nobody can be asked. */
export async function readVaultPassphrase(context: CommandContext, options: VaultPassphraseOptions): Promise<string> {
  if (options.vaultPassphraseFile !== undefined) return await readSecretFile(context, options.vaultPassphraseFile);
  if (options.vaultPassphraseStdin) return await readSecretStdin(context);
  if (!context.interactive()) throw new AppError('vault.locked');
  return await context.io.stdin.ask(context.t('vault.askPassphrase'), { hidden: true });
}

/** Each command is a process of its own, so each one unlocks. */
export async function unlockVault(context: CommandContext, client: Client, options: VaultPassphraseOptions): Promise<void> {
  const { status } = await client.call('vault.getStatus', {});
  if (status.state === 'none') throw new AppError('vault.none');
  await client.call('vault.unlock', { passphrase: await readVaultPassphrase(context, options) });
}

/** By its exact name or id. Throws `record.not_found`. */
export async function findCredential(client: Client, nameOrId: string): Promise<VaultEntry & { readonly id: CredentialId }> {
  const { entries } = await client.call('vault.list', {});
  const entry = entries.find((each) => each.name === nameOrId) ?? entries.find((each) => each.id === nameOrId);
  if (!entry) throw new AppError('record.not_found', { kind: 'credential', id: nameOrId });
  return entry;
}
