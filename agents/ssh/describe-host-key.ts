import { createHash } from 'node:crypto';
import type { ShownHostKey } from './dial.ts';

/** Type and fingerprint of a public key blob (RFC 4253 §6.6), or undefined when it is not one. */
export function describeHostKey(blob: Buffer, host: string, port: number): ShownHostKey | undefined {
  if (blob.length < 8) return undefined;
  const length = blob.readUInt32BE(0);
  if (length > 64 || length + 4 > blob.length) return undefined;
  const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
  return { host, port, type: blob.subarray(4, 4 + length).toString('latin1'), publicKeyBase64: blob.toString('base64'), fingerprintSha256: `SHA256:${digest}` };
}
