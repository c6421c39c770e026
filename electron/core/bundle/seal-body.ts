import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { BundleHeader } from '../../../shared/model/bundle.ts';

type Encryption = NonNullable<BundleHeader['encryption']>;

const KEY_BYTES = 32;
const TAG_BYTES = 16;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

async function keyOf(passphrase: string, { N, r, p, salt }: Encryption): Promise<Buffer> {
  return await derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}

/** AES-256-GCM; the tag stands at the end. */
export async function sealBody(plain: Buffer, passphrase: string): Promise<{ readonly body: Buffer; readonly encryption: Encryption }> {
  const encryption: Encryption = { kdf: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(16).toString('base64'), nonce: randomBytes(12).toString('base64') };
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, encryption), Buffer.from(encryption.nonce, 'base64'), { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { body: Buffer.concat([sealed, cipher.getAuthTag()]), encryption };
}

/** Undefined when the passphrase is another one. */
export async function unsealBody(body: Buffer, passphrase: string, encryption: Encryption): Promise<Buffer | undefined> {
  const key = await keyOf(passphrase, encryption);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(encryption.nonce, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
