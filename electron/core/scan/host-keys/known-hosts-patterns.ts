import { entryMatches, parseKnownHosts } from '../../../../agents/ssh/known-hosts.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { KnownKey } from './decide-host-key.ts';
import { loadKnownHostsPatterns } from './store.ts';

/** Keys that the imported hashed and wildcard lines hold for a host; each host is looked up once. */
export function readPatternKeys(database: ProjectDatabase): (host: string, port: number) => readonly KnownKey[] {
  const { entries } = parseKnownHosts(loadKnownHostsPatterns(database));
  const found = new Map<string, readonly KnownKey[]>();
  return (host, port) => {
    const key = `${host}\n${port}`;
    const known = found.get(key) ?? entries
      .filter((entry) => entry.marker !== 'cert-authority' && entryMatches(entry, host, port))
      .map((entry): KnownKey => ({ keyType: entry.keyType, fingerprintSha256: entry.fingerprintSha256, state: entry.marker === 'revoked' ? 'revoked' : 'trusted' }));
    found.set(key, known);
    return known;
  };
}
