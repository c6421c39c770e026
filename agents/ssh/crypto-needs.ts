import { CRYPTO_CLASSES, type CryptoClass } from '../../shared/model/scan.ts';
import { LEGACY_OFFERS, MODERN_OFFER, type Offer } from './algorithms.ts';
import type { ServerOffer } from './server-greeting.ts';
import type { Handshake } from './session.ts';

const LISTS = ['kex', 'hostKey', 'cipher', 'mac'] as const satisfies readonly (keyof Offer & keyof ServerOffer)[];

function meets(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((name) => theirs.includes(name));
}

/**
 * Which classes of outdated algorithms must be allowed before this server can be talked to: the least outdated one of each list.
 * Empty: none. Undefined: no exception would help.
 */
export function cryptoNeeds(server: ServerOffer): CryptoClass[] | undefined {
  const needed = new Set<CryptoClass>();
  for (const list of LISTS) {
    if (meets(MODERN_OFFER[list], server[list])) continue;
    const least = CRYPTO_CLASSES.find((name) => meets(LEGACY_OFFERS[name][list], server[list]));
    if (least === undefined) return undefined;
    needed.add(least);
  }
  return CRYPTO_CLASSES.filter((name) => needed.has(name));
}

/** The classes of outdated algorithms that were really agreed on; empty for a handshake by today's standards. */
export function legacyUsed({ kex, hostKeyAlgorithm, cipher, mac }: Pick<Handshake, 'kex' | 'hostKeyAlgorithm' | 'cipher' | 'mac'>): CryptoClass[] {
  const agreed = { kex, hostKey: hostKeyAlgorithm, cipher, mac };
  return CRYPTO_CLASSES.filter((name) => LISTS.some((list) => LEGACY_OFFERS[name][list].some((known) => known === agreed[list])));
}

/** What this side offers, for a message that shows both sides. */
export function oursText(): string {
  return LISTS.map((list) => MODERN_OFFER[list].join(' ')).join(' | ');
}
