import { getCiphers, getHashes } from 'node:crypto';
import type { CryptoClass } from '../../shared/model/scan.ts';
import type { Algorithms, CipherAlgorithm, KexAlgorithm, MacAlgorithm, ServerHostKeyAlgorithm } from 'ssh2';

/**
 * Group-exchange is never offered: ssh2 checks the prime in this thread, 1.6 s at 3072 bit. nistp521 stands last, as it costs three
 * times nistp256. Ciphers and MACs are filtered by what the runtime's crypto knows (Electron's BoringSSL lacks some).
 */
const KEX: readonly KexAlgorithm[] = ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'diffie-hellman-group14-sha256', 'diffie-hellman-group16-sha512', 'ecdh-sha2-nistp521'];
const HOST_KEYS: readonly ServerHostKeyAlgorithm[] = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'rsa-sha2-512', 'rsa-sha2-256'];
const CIPHERS: readonly CipherAlgorithm[] = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr', 'chacha20-poly1305@openssh.com'];
const MACS: readonly MacAlgorithm[] = ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'];

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

/** What each class of outdated algorithms adds, in the order in which a host's need is met. */
export const LEGACY_OFFERS: Readonly<Record<CryptoClass, Offer>> = {
  sha1: { kex: ['diffie-hellman-group14-sha1'], hostKey: ['ssh-rsa'], cipher: [], mac: (['hmac-sha1'] as const).filter(macWorks) },
  cbc: { kex: [], hostKey: [], cipher: (['aes256-cbc', 'aes128-cbc', '3des-cbc'] as const).filter(cipherWorks), mac: [] },
  obsolete: { kex: ['diffie-hellman-group1-sha1'], hostKey: ['ssh-dss'], cipher: [], mac: (['hmac-md5'] as const).filter(macWorks) },
  'group-exchange': { kex: ['diffie-hellman-group-exchange-sha256'], hostKey: [], cipher: [], mac: [] },
};
/** With these ssh2 asks for a 3072-bit group; with a 256-bit cipher it would ask for 8192 bit, which takes half a minute to check. */
const SMALL_KEY_CIPHERS: readonly CipherAlgorithm[] = ['aes128-gcm@openssh.com', 'aes128-ctr', 'aes128-cbc'];

/** The safe algorithms first, then what the exceptions add. */
export function offerWith(allow: readonly CryptoClass[]): Offer {
  const added = allow.map((name) => LEGACY_OFFERS[name]);
  const cipher = [...MODERN_OFFER.cipher, ...added.flatMap((offer) => offer.cipher)];
  return {
    kex: [...MODERN_OFFER.kex, ...added.flatMap((offer) => offer.kex)],
    hostKey: [...MODERN_OFFER.hostKey, ...added.flatMap((offer) => offer.hostKey)],
    cipher: allow.includes('group-exchange') ? cipher.filter((name) => SMALL_KEY_CIPHERS.includes(name)) : cipher,
    mac: [...MODERN_OFFER.mac, ...added.flatMap((offer) => offer.mac)],
  };
}

/** An RSA key in known_hosts is written `ssh-rsa` but signs with any of these. */
const SIGNATURES_OF: Readonly<Record<string, readonly string[]>> = { 'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] };

/** ssh2's lists, with the key types already trusted for the host in front, as OpenSSH does. */
export function algorithmsFor(offer: Offer, knownKeyTypes: readonly string[] = []): Algorithms {
  const known = new Set<string>(knownKeyTypes.flatMap((type) => SIGNATURES_OF[type] ?? [type]));
  const first = offer.hostKey.filter((name) => known.has(name));
  const rest = offer.hostKey.filter((name) => !known.has(name));
  return { kex: [...offer.kex], serverHostKey: [...first, ...rest], cipher: [...offer.cipher], hmac: [...offer.mac], compress: ['none'] };
}
