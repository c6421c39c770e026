import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOST_KEY_POLICIES } from '../../../../shared/model/scan.ts';
import { decideHostKey, type KnownKey } from './decide-host-key.ts';

const offered = { keyType: 'ssh-ed25519', fingerprintSha256: 'SHA256:new' };
const key = (state: KnownKey['state'], fingerprintSha256 = 'SHA256:old', keyType = 'ssh-ed25519'): KnownKey => ({ state, fingerprintSha256, keyType });
const decide = (question: Partial<Parameters<typeof decideHostKey>[0]>) => decideHostKey({ policy: 'ask', credentialKind: 'key', known: [], offered, ...question });

describe('first contact', () => {
  test.each([
    ['strict', 'key', 'unknown', 'pending'],
    ['ask', 'key', 'unknown', 'pending'],
    ['accept-new', 'key', 'accept', 'trusted'],
    ['accept-new', 'agent', 'accept', 'trusted'],
    ['accept-new', 'password', 'unknown', 'pending'],
  ] as const)('%s with a %s credential: %s, stored as %s', (policy, credentialKind, verdict, state) => {
    const decision = decide({ policy, credentialKind });
    expect([decision.verdict, decision.record?.state]).toEqual([verdict, state]);
  });

  test('a pending key is not stored twice', () => {
    expect(decide({ known: [key('pending', 'SHA256:new')] })).toEqual({ verdict: 'unknown' });
  });
});

describe('known hosts', () => {
  test('the trusted key is accepted', () => {
    expect(decide({ policy: 'strict', credentialKind: 'password', known: [key('trusted', 'SHA256:new')] })).toEqual({ verdict: 'accept' });
  });

  test('N03 another key blocks under every policy and names the trusted one', () => {
    for (const policy of HOST_KEY_POLICIES) {
      expect(decide({ policy, known: [key('trusted')] })).toMatchObject({ verdict: 'changed', previousFingerprintSha256: 'SHA256:old', record: { state: 'changed' } });
    }
  });

  test('a key of another type does not slip past the trusted one', () => {
    expect(decide({ policy: 'accept-new', known: [key('trusted', 'SHA256:old', 'ssh-rsa')] }).verdict).toBe('changed');
  });

  test('a revoked key is never accepted, and accept-new is off for a host with a blocked key', () => {
    expect(decide({ policy: 'accept-new', known: [key('revoked', 'SHA256:new')] })).toEqual({ verdict: 'changed' });
    expect(decide({ known: [key('trusted', 'SHA256:new'), key('revoked', 'SHA256:new')] })).toEqual({ verdict: 'changed' });
    expect(decide({ policy: 'accept-new', known: [key('revoked')] }).verdict).toBe('unknown');
  });
});

test('N05 a password goes only to a key that was trusted before the contact', () => {
  const states = fc.constantFrom<KnownKey['state']>('trusted', 'pending', 'changed', 'revoked');
  const known = fc.array(fc.record({ state: states, fingerprintSha256: fc.constantFrom('SHA256:new', 'SHA256:old'), keyType: fc.constantFrom('ssh-ed25519', 'ssh-rsa') }), { maxLength: 4 });
  fc.assert(fc.property(fc.constantFrom(...HOST_KEY_POLICIES), known, (policy, keys) => {
    const accepted = decide({ policy, credentialKind: 'password', known: keys }).verdict === 'accept';
    expect(!accepted || (keys.some((each) => each.state === 'trusted' && each.fingerprintSha256 === 'SHA256:new') && !keys.some((each) => each.state === 'revoked' && each.fingerprintSha256 === 'SHA256:new'))).toBe(true);
  }));
});
