import { createHash, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';

/** An ed25519 pair. */
export interface HostKeyPair {
  /** OpenSSH's own private key format. */
  readonly privateKey: string;
  readonly publicBase64: string;
}

/** PKCS #8 wrapping of a raw ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_TYPE = 'ssh-ed25519';

/**
 * The ed25519 key of a host, derived from the city's seed and a label, so that a city started again shows the keys it
 * showed before. Anyone can derive it: it guards a sample on loopback and nothing else.
 */
export function deriveHostKey(seed: number, label: string): HostKeyPair {
  return keyPairOf(createHash('sha256').update(`landfall sample city ${seed} ${label}`).digest(), label);
}

/** A key nobody can derive. ssh2's own generator writes about one pair in 300 that no one can read (it loses a leading zero). */
export function randomKeyPair(comment: string): HostKeyPair {
  return keyPairOf(randomBytes(32), comment);
}

function keyPairOf(secret: Buffer, label: string): HostKeyPair {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
  const publicRaw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const publicBlob = Buffer.concat([sshString(KEY_TYPE), sshString(publicRaw)]);
  return { privateKey: openSshPrivateKey(secret, publicRaw, publicBlob, label), publicBase64: publicBlob.toString('base64') };
}

function sshString(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Layout of openssh-portable's PROTOCOL.key, without encryption. */
function openSshPrivateKey(secret: Buffer, publicRaw: Buffer, publicBlob: Buffer, comment: string): string {
  const check = secret.subarray(0, 4);
  const body = Buffer.concat([check, check, sshString(KEY_TYPE), sshString(publicRaw), sshString(Buffer.concat([secret, publicRaw])), sshString(comment)]);
  const padding = Buffer.from(Array.from({ length: (8 - (body.length % 8)) % 8 }, (_, index) => index + 1));
  const one = Buffer.from([0, 0, 0, 1]);
  const file = Buffer.concat([Buffer.from('openssh-key-v1\0'), sshString('none'), sshString('none'), sshString(''), one, sshString(publicBlob), sshString(Buffer.concat([body, padding]))]);
  const lines = file.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
