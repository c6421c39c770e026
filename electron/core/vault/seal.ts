import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { macText, type Kdf, type Sealed, type VaultBody } from './vault-file.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** OWASP's minimum for scrypt: 128 MB and a third of a second on a laptop. Stored with each vault, so it can be raised. */
export function newKdf(): Kdf {
  return { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(SALT_BYTES).toString('base64') };
}

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Off the thread. The passphrase is normalised, as keyboards of different systems compose characters differently. */
export async function keyOfPassphrase(passphrase: string, { N, r, p, salt }: Kdf): Promise<Buffer> {
  return await derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}

/** AES-256-GCM with a random nonce; `context` must be the same when it is opened. */
export function seal(key: Buffer, plain: Buffer, context: readonly (string | number)[]): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(JSON.stringify(context)));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** Undefined when key, context or bytes are not those of `seal`. */
export function unseal(key: Buffer, { nonce, sealed, tag }: Sealed, context: readonly (string | number)[]): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(JSON.stringify(context))).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function macOf(key: Buffer, body: VaultBody): string {
  const macKey = Buffer.from(hkdfSync('sha256', key, body.vaultId, 'landfall-vault mac', KEY_BYTES));
  return createHmac('sha256', macKey).update(macText(body)).digest('base64');
}

export function isMac(key: Buffer, body: VaultBody, mac: string): boolean {
  const [expected, given] = [Buffer.from(macOf(key, body), 'base64'), Buffer.from(mac, 'base64')];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
