import { open } from 'node:fs/promises';
import { describeHostKey } from '../../../agents/ssh/describe-host-key.ts';
import { loadPrivateKey } from '../../../agents/ssh/load-private-key.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { VaultSecret } from './vault-secret.ts';

/** No private key is longer. */
const MAX_KEY_BYTES = 64 * 1024;

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_KEY_BYTES + 1), 0, MAX_KEY_BYTES + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Takes a key file in, proved to open. Throws `scan.identity_unreadable` or `scan.identity_passphrase_needed`. */
export async function readKeySecret(path: string, passphrase: string | undefined): Promise<{ secret: VaultSecret; fingerprintSha256: string }> {
  const content = await readStart(path).catch((cause: unknown) => {
    throw new AppError('scan.identity_unreadable', { problem: 'unreadable' }, { cause });
  });
  const loaded = loadPrivateKey(content, passphrase);
  if (!loaded.ok) throw new AppError(loaded.problem === 'passphraseNeeded' || loaded.problem === 'wrongPassphrase' ? 'scan.identity_passphrase_needed' : 'scan.identity_unreadable', { problem: loaded.problem });
  const publicKey = describeHostKey(loaded.key.getPublicSSH(), '', 0);
  if (!publicKey) throw new AppError('scan.identity_unreadable', { problem: 'notAKey' });
  return { secret: { kind: 'key', privateKey: content.toString('utf8'), ...(passphrase === undefined ? {} : { passphrase }) }, fingerprintSha256: publicKey.fingerprintSha256 };
}
