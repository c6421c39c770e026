import { describe, expect, test } from 'vitest';
import { loginOutcomeOf, nameHost, passwordUnseen, standsForMachine } from './explain-contact.ts';

const place = { host: 'web01', port: 2222, user: 'scan' };

describe('naming the host of an error', () => {
  test('the listed host stands in the sentence, the one that failed beside it', () => {
    expect(nameHost({ code: 'BASTION_FAILED', params: { host: 'gate', port: 22, cause: 'REFUSED' } }, place)).toEqual({ code: 'BASTION_FAILED', params: { ...place, via: 'gate', cause: 'REFUSED' } });
    expect(nameHost({ code: 'REFUSED', params: { host: 'web01', port: 2222 } }, place).params).toEqual(place);
  });

  test('a changed key is told with the trusted one', () => {
    const error = { code: 'HOSTKEY_CHANGED', params: { fingerprint: 'SHA256:new' } } as const;
    expect(nameHost(error, place, { verdict: 'changed', previousFingerprintSha256: 'SHA256:old' }).params).toMatchObject({ fingerprint: 'SHA256:new', previousFingerprint: 'SHA256:old' });
  });
});

test.each([
  ['AUTH_REJECTED', {}, 'rejected'],
  ['CONNECTION_LOST', { phase: 'authentication' }, 'rejected'],
  ['CONNECTION_LOST', { phase: 'session' }, 'neutral'],
  ['AUTH_METHOD_NOT_OFFERED', {}, 'neutral'],
  ['UNREACHABLE', {}, 'neutral'],
] as const)('%s %j counts as %s for the credential', (code, params, outcome) => {
  expect(loginOutcomeOf({ code, params })).toBe(outcome);
});

test('only a password that was not asked for leaves the account as it was', () => {
  expect(passwordUnseen({ code: 'AUTH_METHOD_NOT_OFFERED', params: {} })).toBe(true);
  expect(passwordUnseen({ code: 'AUTH_REJECTED', params: {} })).toBe(false);
});

test('an address of a block where nothing answers is no machine; one that was listed, or that answered, is', () => {
  expect(standsForMachine({ fromBlock: true }, 'UNREACHABLE')).toBe(false);
  expect(standsForMachine({ fromBlock: true }, 'AUTH_REJECTED')).toBe(true);
  expect(standsForMachine({}, 'UNREACHABLE')).toBe(true);
});
