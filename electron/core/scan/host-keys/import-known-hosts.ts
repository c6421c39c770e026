import { parseKnownHosts, plainHost, type KnownHostEntry } from '../../../../agents/ssh/known-hosts.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { ANY_PATH, dropOtherKeys, loadAllKeys, loadKnownHostsPatterns, putHostKeys, saveKnownHostsPatterns, type StoredHostKey } from './store.ts';

/** Hashed lines are tried one by one for each host; more would slow every contact. */
const MAX_PATTERN_LINES = 5000;

export interface KnownHostsImport {
  readonly by: string;
  readonly at: string;
  /** Also replaces a key trusted before. Only for the embedded estate, whose keys are made anew with each city. */
  readonly replaceTrusted?: boolean;
}

interface Split {
  readonly keys: StoredHostKey[];
  readonly patternLines: string[];
}

function split(lines: readonly string[], entries: readonly KnownHostEntry[], { by, at }: KnownHostsImport): Split {
  const result: Split = { keys: [], patternLines: [] };
  for (const entry of entries) {
    if (entry.marker === 'cert-authority') continue;
    const places = entry.patterns.map(plainHost);
    const base = { path: ANY_PATH, keyType: entry.keyType, publicKeyBase64: entry.publicKeyBase64, fingerprintSha256: entry.fingerprintSha256, state: entry.marker === 'revoked' ? 'revoked' : 'trusted', origin: 'known-hosts', by, at } as const;
    for (const place of places) if (place) result.keys.push({ ...place, ...base });
    if (places.some((place) => place === undefined)) result.patternLines.push((lines[entry.line - 1] ?? '').trim());
  }
  return result;
}

/**
 * Takes over a known_hosts file. A line never replaces a key that is trusted already: that is a changed key, to be
 * approved alone. Counts lines of single hosts; hashed and wildcard lines are kept for the hosts they turn out to mean.
 */
export function importKnownHosts(database: ProjectDatabase, text: string, options: KnownHostsImport): { imported: number; skipped: number } {
  const { entries, skippedLines } = parseKnownHosts(text);
  const { keys, patternLines } = split(text.split(/\r?\n/), entries, options);
  const placeOf = (key: { host: string; port: number }): string => `${key.host}\n${key.port}`;
  const trusted = new Map(loadAllKeys(database).filter((key) => key.state === 'trusted' && (key.path === '' || key.path === ANY_PATH)).map((key) => [`${placeOf(key)}\n${key.keyType}`, key.fingerprintSha256]));
  const clashes = (key: StoredHostKey): boolean => {
    const known = trusted.get(`${placeOf(key)}\n${key.keyType}`);
    return key.state === 'trusted' && known !== undefined && known !== key.fingerprintSha256;
  };
  const replaced = options.replaceTrusted === true ? keys.filter(clashes) : [];
  const accepted = options.replaceTrusted === true ? keys : keys.filter((key) => !clashes(key));
  const patterns = [...new Set([...loadKnownHostsPatterns(database).split('\n'), ...patternLines])].filter((line) => line !== '').slice(0, MAX_PATTERN_LINES);
  const imported = accepted.length + patternLines.length;
  const skipped = skippedLines.length + (keys.length - accepted.length) + entries.filter((entry) => entry.marker === 'cert-authority').length;
  database.record({ action: 'scan.importKnownHosts', by: options.by, summary: { imported, skipped } }, () => {
    for (const key of replaced) dropOtherKeys(database, key);
    putHostKeys(database, accepted);
    saveKnownHostsPatterns(database, patterns.join('\n'));
  });
  return { imported, skipped };
}
