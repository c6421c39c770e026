import { z } from 'zod';
import type { Credential } from '../../../agents/ssh/dial.ts';

const secretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: z.string() }),
  z.strictObject({ kind: z.literal('key'), privateKey: z.string(), passphrase: z.string().optional() }),
]);
export type VaultSecret = z.infer<typeof secretSchema>;

export function encodeSecret(secret: VaultSecret): Buffer {
  return Buffer.from(JSON.stringify(secret));
}

/** The bytes were authenticated before; a shape that is not ours is a fault. */
export function decodeSecret(bytes: Buffer): Credential {
  const secret = secretSchema.parse(JSON.parse(bytes.toString('utf8')));
  if (secret.kind === 'password') return secret;
  return { kind: 'key', privateKey: secret.privateKey, ...(secret.passphrase === undefined ? {} : { passphrase: secret.passphrase }) };
}
