import { getCiphers, getHashes } from 'node:crypto';
import type { Algorithms, CipherAlgorithm, KexAlgorithm, MacAlgorithm, ServerHostKeyAlgorithm } from 'ssh2';

/**
 * Group-exchange is never offered: ssh2 checks the prime in this thread, 1.6 s at 3072 bit. nistp521 stands last, as it costs three
 * times nistp256. Ciphers and MACs are filtered by what the runtime's crypto knows (Electron's BoringSSL lacks some).
 */
const KEX: readonly KexAlgorithm[] = ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'diffie-hellman-group14-sha256', 'diffie-hellman-group16-sha512', 'ecdh-sha2-nistp521'];
const HOST_KEYS: readonly ServerHostKeyAlgorithm[] = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'rsa-sha2-512', 'rsa-sha2-256'];
const CIPHERS: readonly CipherAlgorithm[] = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr', 'chacha20-poly1305@openssh.com'];
const MACS: readonly MacAlgorithm[] = ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'];

const LEGACY_KEX: readonly KexAlgorithm[] = ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'];
const LEGACY_HOST_KEYS: readonly ServerHostKeyAlgorithm[] = ['ssh-rsa', 'ssh-dss'];
const LEGACY_CIPHERS: readonly CipherAlgorithm[] = ['aes128-cbc', 'aes256-cbc', '3des-cbc'];
const LEGACY_MACS: readonly MacAlgorithm[] = ['hmac-sha1', 'hmac-md5'];

const OPENSSL_CIPHER: Readonly<Record<string, string>> = {
  'aes128-gcm@openssh.com': 'aes-128-gcm', 'aes256-gcm@openssh.com': 'aes-256-gcm', 'aes128-ctr': 'aes-128-ctr', 'aes192-ctr': 'aes-192-ctr', 'aes256-ctr': 'aes-256-ctr',
  'chacha20-poly1305@openssh.com': 'chacha20', 'aes128-cbc': 'aes-128-cbc', 'aes256-cbc': 'aes-256-cbc', '3des-cbc': 'des-ede3-cbc',
};
const ciphers = new Set(getCiphers());
const hashes = new Set(getHashes().map((name) => name.toLowerCase()));
const cipherWorks = (name: CipherAlgorithm): boolean => ciphers.has(OPENSSL_CIPHER[name] ?? name);
const macWorks = (name: MacAlgorithm): boolean => {
  const hash = /^hmac-(sha2-256|sha2-512|sha1|md5)/.exec(name)?.[1];
  return hash !== undefined && hashes.has(hash.replace('sha2-', 'sha'));
};

export interface Offer {
  readonly kex: readonly KexAlgorithm[];
  readonly hostKey: readonly ServerHostKeyAlgorithm[];
  readonly cipher: readonly CipherAlgorithm[];
  readonly mac: readonly MacAlgorithm[];
}

export const MODERN_OFFER: Offer = { kex: KEX, hostKey: HOST_KEYS, cipher: CIPHERS.filter(cipherWorks), mac: MACS.filter(macWorks) };
export const LEGACY_OFFER: Offer = {
  kex: [...KEX, ...LEGACY_KEX],
  hostKey: [...HOST_KEYS, ...LEGACY_HOST_KEYS],
  cipher: [...CIPHERS, ...LEGACY_CIPHERS].filter(cipherWorks),
  mac: [...MACS, ...LEGACY_MACS].filter(macWorks),
};

/** An RSA key in known_hosts is written `ssh-rsa` but signs with any of these. */
const SIGNATURES_OF: Readonly<Record<string, readonly string[]>> = { 'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] };

/** ssh2's lists, with the key types already trusted for the host in front, as OpenSSH does. */
export function algorithmsFor(offer: Offer, knownKeyTypes: readonly string[] = []): Algorithms {
  const known = new Set<string>(knownKeyTypes.flatMap((type) => SIGNATURES_OF[type] ?? [type]));
  const first = offer.hostKey.filter((name) => known.has(name));
  const rest = offer.hostKey.filter((name) => !known.has(name));
  return { kex: [...offer.kex], serverHostKey: [...first, ...rest], cipher: [...offer.cipher], hmac: [...offer.mac], compress: ['none'] };
}
