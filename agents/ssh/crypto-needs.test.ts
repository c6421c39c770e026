import { expect, test } from 'vitest';
import { algorithmsFor, LEGACY_OFFERS, MODERN_OFFER, offerWith } from './algorithms.ts';
import { cryptoNeeds, legacyUsed } from './crypto-needs.ts';

const modern = { kex: ['curve25519-sha256'], hostKey: ['ssh-ed25519'], cipher: ['aes128-ctr'], mac: ['hmac-sha2-256'] };

test('N17 the least outdated class that serves each list is named, and only where today\'s list does not', () => {
  expect(cryptoNeeds(modern)).toEqual([]);
  // OpenSSH 5.3, as of its source: group 14 is enough, group exchange and group 1 are not asked for.
  const el6 = { ...modern, kex: ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'], hostKey: ['ssh-rsa', 'ssh-dss'], mac: ['hmac-md5', 'hmac-sha1'] };
  expect(cryptoNeeds(el6)).toEqual(['sha1']);
  expect(cryptoNeeds({ ...modern, kex: ['diffie-hellman-group1-sha1'], hostKey: ['ssh-dss'], cipher: ['3des-cbc'] })).toEqual(['cbc', 'obsolete']);
  expect(cryptoNeeds({ ...modern, kex: ['diffie-hellman-group-exchange-sha256'] })).toEqual(['group-exchange']);
});

test('N18 no exception helps when one list has nothing known', () => {
  expect(cryptoNeeds({ ...modern, cipher: ['arcfour'] })).toBeUndefined();
});

test('N17 an outdated algorithm is offered by exception only, and last', () => {
  const lists = ['kex', 'hostKey', 'cipher', 'mac'] as const;
  const legacy = lists.flatMap((list) => Object.values(LEGACY_OFFERS).flatMap((offer) => [...offer[list]] as string[]));
  const offered = (allow: Parameters<typeof offerWith>[0]) => lists.flatMap((list) => [...offerWith(allow)[list]] as string[]);
  expect(offered([]).filter((name) => legacy.includes(name))).toEqual([]);
  expect(offered(['sha1']).filter((name) => legacy.includes(name))).toEqual(['diffie-hellman-group14-sha1', 'ssh-rsa', 'hmac-sha1']);
  expect(offerWith(['sha1']).kex.slice(0, MODERN_OFFER.kex.length)).toEqual(MODERN_OFFER.kex);
  expect(algorithmsFor(offerWith(['group-exchange'])).cipher).toEqual(['aes128-gcm@openssh.com', 'aes128-ctr']);
});

test('N17 what was really agreed on decides the note, not what was allowed', () => {
  expect(legacyUsed({ kex: 'curve25519-sha256', hostKeyAlgorithm: 'ssh-ed25519', cipher: 'aes128-gcm@openssh.com', mac: '' })).toEqual([]);
  expect(legacyUsed({ kex: 'diffie-hellman-group14-sha1', hostKeyAlgorithm: 'ssh-rsa', cipher: '3des-cbc', mac: 'hmac-sha1' })).toEqual(['sha1', 'cbc']);
});
