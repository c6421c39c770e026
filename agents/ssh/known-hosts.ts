import { createHmac, timingSafeEqual } from 'node:crypto';
import { describeHostKey } from './describe-host-key.ts';
import { matchesPatternList } from './host-pattern.ts';

/** One usable line of a known_hosts file. */
export interface KnownHostEntry {
  readonly line: number;
  readonly marker: 'revoked' | 'cert-authority' | undefined;
  /** As written: names, `[name]:port`, wildcards, `!` exclusions; or one `|1|salt|hash`. */
  readonly patterns: readonly string[];
  readonly keyType: string;
  readonly publicKeyBase64: string;
  readonly fingerprintSha256: string;
}

export interface KnownHostsFile {
  readonly entries: readonly KnownHostEntry[];
  /** Lines that are neither blank, nor a comment, nor readable. */
  readonly skippedLines: readonly number[];
}

const MAX_LINE = 16_384;

function parseLine(text: string, line: number): KnownHostEntry | undefined {
  const words = text.split(/[ \t]+/);
  const marked = words[0]?.startsWith('@') === true ? words.shift() : undefined;
  const [names = '', keyType = '', publicKeyBase64 = ''] = words;
  const marker = marked === '@revoked' ? 'revoked' : marked === '@cert-authority' ? 'cert-authority' : undefined;
  if ((marked !== undefined && marker === undefined) || names === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(publicKeyBase64)) return undefined;
  const key = describeHostKey(Buffer.from(publicKeyBase64, 'base64'), '', 0);
  if (key?.type !== keyType) return undefined;
  return { line, marker, patterns: names.split(','), keyType, publicKeyBase64, fingerprintSha256: key.fingerprintSha256 };
}

/** Reads the text of a known_hosts file; the key of each line must be the type the line says. */
export function parseKnownHosts(text: string): KnownHostsFile {
  const entries: KnownHostEntry[] = [];
  const skippedLines: number[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const entry = line.length > MAX_LINE ? undefined : parseLine(line, index + 1);
    if (entry) entries.push(entry);
    else skippedLines.push(index + 1);
  });
  return { entries, skippedLines };
}

/** How OpenSSH writes a host in known_hosts: bare on port 22, else `[host]:port`. */
export function knownHostName(host: string, port: number): string {
  const name = host.toLowerCase();
  return port === 22 ? name : `[${name}]:${port}`;
}

/** `host` and `port` when the pattern names exactly one place; undefined for wildcards, exclusions and hashed names. */
export function plainHost(pattern: string): { host: string; port: number } | undefined {
  if (/[*?!|]/.test(pattern) || pattern === '') return undefined;
  const bracketed = /^\[([^\]]+)\]:(\d{1,5})$/.exec(pattern);
  if (bracketed) return { host: (bracketed[1] ?? '').toLowerCase(), port: Number(bracketed[2]) };
  return { host: pattern.replace(/^\[([^\]]+)\]$/, '$1').toLowerCase(), port: 22 };
}

function matchesHashed(pattern: string, name: string): boolean {
  const [, version, salt = '', hash = ''] = pattern.split('|');
  if (version !== '1') return false;
  const given = Buffer.from(hash, 'base64');
  const computed = createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest();
  return given.length === computed.length && timingSafeEqual(given, computed);
}

export function entryMatches(entry: KnownHostEntry, host: string, port: number): boolean {
  const name = knownHostName(host, port);
  const [first = ''] = entry.patterns;
  return first.startsWith('|') ? matchesHashed(first, name) : matchesPatternList(entry.patterns, name);
}

export type KnownHostVerdict = 'trusted' | 'changed' | 'revoked' | 'unknown';

/**
 * What the entries say of a shown key. A host that is known by any other key is `changed`, also when the types differ: else a
 * key of a new type would pass for a first contact. Certificates are not supported: such lines trust nothing.
 */
export function judgeHostKey(entries: readonly KnownHostEntry[], shown: { host: string; port: number; publicKeyBase64: string }): KnownHostVerdict {
  const ofKey = (entry: KnownHostEntry): boolean => entry.publicKeyBase64 === shown.publicKeyBase64;
  const matching = entries.filter((entry) => entry.marker !== 'cert-authority' && entryMatches(entry, shown.host, shown.port));
  if (matching.some((entry) => entry.marker === 'revoked' && ofKey(entry))) return 'revoked';
  const trusted = matching.filter((entry) => entry.marker === undefined);
  if (trusted.some(ofKey)) return 'trusted';
  return trusted.length > 0 ? 'changed' : 'unknown';
}
