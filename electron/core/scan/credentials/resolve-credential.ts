import { createConnection } from 'node:net';
import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { loadPrivateKey, type PrivateKeyProblem } from '../../../../agents/ssh/load-private-key.ts';
import { defaultAgentSocket } from '../../../../agents/ssh/ready-credential.ts';
import type { credentialSchema } from '../../../../shared/contract/scan.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { FileRegistry } from '../../ports/file-registry.ts';
import type { SecretVault } from '../../ports/secret-vault.ts';
import type { RunCredential } from './run-credential.ts';

/** No private key is longer; what is longer is another kind of file. */
const MAX_KEY_BYTES = 64 * 1024;
const AGENT_ANSWER_MS = 2000;

function keyError(problem: PrivateKeyProblem): AppError {
  return new AppError(problem === 'passphraseNeeded' || problem === 'wrongPassphrase' ? 'scan.identity_passphrase_needed' : 'scan.identity_unreadable', { problem });
}

/** Reads and checks a private key file. Throws `scan.identity_unreadable` or `scan.identity_passphrase_needed`. */
export async function readKeyFile(path: string, passphrase?: string): Promise<RunCredential['credential']> {
  const content = await readStart(path).catch(() => undefined);
  if (!content) throw new AppError('scan.identity_unreadable', { problem: 'unreadable' });
  const loaded = loadPrivateKey(content, passphrase);
  if (!loaded.ok) throw keyError(loaded.problem);
  return { kind: 'key', privateKey: content, ...(passphrase === undefined ? {} : { passphrase }) };
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_KEY_BYTES + 1), 0, MAX_KEY_BYTES + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function agentAnswers(socketPath: string): Promise<boolean> {
  return await new Promise<boolean>((resolve) => {
    const socket = createConnection(socketPath);
    const finish = (answers: boolean) => () => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(AGENT_ANSWER_MS, finish(false)).once('connect', finish(true)).once('error', finish(false));
  });
}

async function fromVault(id: string, user: string | undefined, vault: SecretVault): Promise<RunCredential> {
  const stored = await vault.use(id);
  return { id, name: stored.name, user: user ?? stored.user ?? undefined, credential: stored.credential, covers: stored.covers };
}

/**
 * Makes the credential of a run ready, once, before any host is contacted: a key file that cannot be read must not
 * fail 4,000 times. Throws `scan.identity_unreadable`, `scan.identity_passphrase_needed`, `scan.agent_unavailable`, and what the vault throws.
 */
export async function resolveCredential(asked: z.output<typeof credentialSchema>, files: Pick<FileRegistry, 'resolve'>, vault: SecretVault): Promise<RunCredential> {
  const { user } = asked;
  if (asked.kind === 'vault') return await fromVault(asked.id, user, vault);
  if (asked.kind === 'password') return { id: 'run', user, credential: { kind: 'password', password: asked.password } };
  if (asked.kind === 'key-file') return { id: 'run', user, credential: await readKeyFile(files.resolve(asked.file, 'read'), asked.passphrase) };
  const socket = defaultAgentSocket();
  if (socket === undefined || !(await agentAnswers(socket))) throw new AppError('scan.agent_unavailable');
  return { id: 'run', user, credential: { kind: 'agent', socket } };
}
