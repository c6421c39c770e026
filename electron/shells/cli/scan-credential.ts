import { AppError } from '../../../shared/kernel/app-error.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { CommandContext, CoreSession } from './command-context.ts';
import { readSecretFile, readSecretStdin } from './read-secret.ts';
import { findCredential, unlockVault, type VaultPassphraseOptions } from './vault-access.ts';

export type Credential = InputOf<'scan.start'>['credential'];

export interface CredentialOptions extends VaultPassphraseOptions {
  readonly vault?: string;
  readonly user?: string;
  readonly identity?: string;
  readonly agent?: boolean;
  readonly passwordFile?: string;
  readonly passwordStdin?: boolean;
  readonly passphraseFile?: string;
}

/** Exactly one way to log in, without a secret in the argument list or the environment. Without any: a question on a terminal, else the agent. */
export async function readCredential(context: CommandContext, session: CoreSession, options: CredentialOptions): Promise<Credential> {
  const user = options.user === undefined ? {} : { user: options.user };
  if (options.vault !== undefined) {
    await unlockVault(context, session.client, options);
    return { kind: 'vault', id: (await findCredential(session.client, options.vault)).id, ...user };
  }
  if (options.identity !== undefined) {
    const passphrase = options.passphraseFile === undefined ? {} : { passphrase: await readSecretFile(context, options.passphraseFile) };
    return { kind: 'key-file', file: session.file(options.identity, 'read'), ...user, ...passphrase };
  }
  if (options.passwordFile !== undefined) return { kind: 'password', password: await readSecretFile(context, options.passwordFile), ...user };
  if (options.passwordStdin) return { kind: 'password', password: await readSecretStdin(context), ...user };
  if (options.agent || context.io.env['SSH_AUTH_SOCK'] || !context.interactive()) return { kind: 'agent', ...user };
  return { kind: 'password', password: await context.io.stdin.ask(context.t('scan.askPassword'), { hidden: true }), ...user };
}

/** Runs `start`; when the key needs a passphrase and a person is there, asks once and runs it again. */
export async function withPassphrase<Result>(context: CommandContext, credential: Credential, start: (credential: Credential) => Promise<Result>): Promise<Result> {
  try {
    return await start(credential);
  } catch (error) {
    const askable = error instanceof AppError && error.code === 'scan.identity_passphrase_needed' && credential.kind === 'key-file' && context.interactive();
    if (!askable) throw error;
    return start({ ...credential, passphrase: await context.io.stdin.ask(context.t('scan.askPassphrase'), { hidden: true }) });
  }
}
