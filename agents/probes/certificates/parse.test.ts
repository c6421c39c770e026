import { expect, test } from 'vitest';
import { parseCertificates } from './parse.ts';

test('dates, names and fingerprint as openssl prints them', () => {
  expect(parseCertificates([
    'openssl yes', 'file nginx /etc/nginx/ssl/site.pem', 'notBefore=Nov  3 01:02:03 2026 GMT', 'notAfter=Feb 28 23:59:59 2027 GMT', 'subject=CN=site.example,O=City', 'issuer=CN=CA', `sha256 Fingerprint=${Array.from({ length: 32 }, () => 'AB').join(':')}`,
    'file folder /etc/ssl/with blank.crt',
  ])).toEqual({
    openssl: true,
    certificates: [
      { path: '/etc/nginx/ssl/site.pem', namedBy: 'nginx', notBefore: '2026-11-03T01:02:03.000Z', notAfter: '2027-02-28T23:59:59.000Z', subject: 'CN=site.example,O=City', issuer: 'CN=CA', sha256: 'ab'.repeat(32) },
      { path: '/etc/ssl/with blank.crt', namedBy: 'folder' },
    ],
  });
});

test.each(['Feb 30 00:00:00 2027 GMT', 'Foo 3 00:00:00 2027 GMT', 'Nov 3 00:00:00 2027 CET', 'Nov 3 99:00:00 2027 GMT', ''])('a date that is none is left out: %s', (date) => {
  expect(parseCertificates(['openssl yes', 'file folder /a/b.crt', `notAfter=${date}`])?.certificates).toEqual([{ path: '/a/b.crt', namedBy: 'folder' }]);
});

test('without openssl the files are named; without the first line nothing is known', () => {
  expect(parseCertificates(['openssl no', 'file apache /etc/pki/tls/certs/localhost.crt'])).toEqual({ openssl: false, certificates: [{ path: '/etc/pki/tls/certs/localhost.crt', namedBy: 'apache' }] });
  expect(parseCertificates([])).toBeUndefined();
});
