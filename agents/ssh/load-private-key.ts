import ssh2, { type ParsedKey } from 'ssh2';

export type PrivateKeyProblem = 'passphraseNeeded' | 'wrongPassphrase' | 'publicKey' | 'putty' | 'notAKey';
export type LoadedKey = { readonly ok: true; readonly key: ParsedKey; readonly type: string } | { readonly ok: false; readonly problem: PrivateKeyProblem };

const MAX_BYTES = 64 * 1024;
const PUBLIC_LINE = /^(ssh-(rsa|ed25519|dss)|ecdsa-sha2-nistp\d+|sk-)/;

/**
 * Reads the text of a private key file (OpenSSH, PEM), decrypting it once. Says in one word what is wrong with it; the words of
 * the library never leave, as they may quote the file.
 */
export function loadPrivateKey(content: string | Buffer, passphrase?: string): LoadedKey {
  const text = content.toString('utf8').trimStart();
  if (content.length > MAX_BYTES) return { ok: false, problem: 'notAKey' };
  if (text.startsWith('PuTTY-User-Key-File')) return { ok: false, problem: 'putty' };
  if (PUBLIC_LINE.test(text) || text.startsWith('-----BEGIN PUBLIC') || text.startsWith('---- BEGIN SSH2 PUBLIC')) return { ok: false, problem: 'publicKey' };
  const parsed = ssh2.utils.parseKey(content, passphrase);
  if (parsed instanceof Error) {
    if (/no passphrase/i.test(parsed.message)) return { ok: false, problem: 'passphraseNeeded' };
    return { ok: false, problem: passphrase !== undefined && /integrity|bad passphrase|decrypt|bad decrypt/i.test(parsed.message) ? 'wrongPassphrase' : 'notAKey' };
  }
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (!key?.isPrivateKey()) return { ok: false, problem: 'publicKey' };
  return { ok: true, key, type: key.type };
}
