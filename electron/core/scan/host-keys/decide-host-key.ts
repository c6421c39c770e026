import type { HostKey, HostKeyPolicy } from '../../../../shared/model/scan.ts';

/** What is known of a host's key, from the store or from an imported list. */
export interface KnownKey {
  readonly keyType: string;
  readonly fingerprintSha256: string;
  readonly state: HostKey['state'];
}

export interface HostKeyQuestion {
  readonly policy: HostKeyPolicy;
  /** A password is never shown to a host that was not trusted before this contact. */
  readonly credentialKind: 'agent' | 'key' | 'password';
  readonly known: readonly KnownKey[];
  readonly offered: { readonly keyType: string; readonly fingerprintSha256: string };
}

export interface HostKeyDecision {
  readonly verdict: 'accept' | 'unknown' | 'changed';
  /** The row to store for the offered key; undefined when the store already says so. */
  readonly record?: Pick<HostKey, 'state' | 'origin'>;
  /** The trusted key that the offered one differs from. */
  readonly previousFingerprintSha256?: string;
}

/**
 * Decides on an offered host key. A host with any trusted key that shows another one counts as changed, also when the
 * type differs: otherwise an interceptor would only have to offer another type.
 */
export function decideHostKey({ policy, credentialKind, known, offered }: HostKeyQuestion): HostKeyDecision {
  const same = known.filter((key) => key.fingerprintSha256 === offered.fingerprintSha256);
  const isStoredAs = (state: KnownKey['state']): boolean => same.some((key) => key.state === state);
  // The store may trust what an imported line has revoked since: the revocation counts.
  if (isStoredAs('revoked')) return { verdict: 'changed' };
  if (isStoredAs('trusted')) return { verdict: 'accept' };
  const trusted = known.find((key) => key.state === 'trusted' && key.keyType === offered.keyType) ?? known.find((key) => key.state === 'trusted');
  if (trusted) {
    const previous = { verdict: 'changed', previousFingerprintSha256: trusted.fingerprintSha256 } as const;
    return isStoredAs('changed') ? previous : { ...previous, record: { state: 'changed', origin: 'contact' } };
  }
  if (policy === 'accept-new' && credentialKind !== 'password' && !known.some((key) => key.state === 'changed' || key.state === 'revoked')) {
    return { verdict: 'accept', record: { state: 'trusted', origin: 'accept-new' } };
  }
  return same.length > 0 ? { verdict: 'unknown' } : { verdict: 'unknown', record: { state: 'pending', origin: 'contact' } };
}
