import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { matchesPattern } from './host-pattern.ts';
import { judgeHostKey, parseKnownHosts, plainHost } from './known-hosts.ts';

function blob(type: string, seed: number): string {
  const name = Buffer.from(type);
  const key = Buffer.alloc(32, seed);
  const length = (size: number): Buffer => { const buffer = Buffer.alloc(4); buffer.writeUInt32BE(size); return buffer; };
  return Buffer.concat([length(name.length), name, length(key.length), key]).toString('base64');
}
const one = blob('ssh-ed25519', 1);
const two = blob('ssh-ed25519', 2);
const rsa = blob('ssh-rsa', 3);
const salt = Buffer.alloc(20, 7);
const hashed = `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update('[10.0.0.9]:2222').digest('base64')}`;

const file = parseKnownHosts([
  '# a comment', '', `web01,10.0.0.1 ssh-ed25519 ${one} somebody`, `[web02]:2222 ssh-ed25519 ${two}`, `*.gov,!bad.gov ssh-rsa ${rsa}`, `${hashed} ssh-ed25519 ${two}`,
  `@revoked * ssh-ed25519 ${blob('ssh-ed25519', 9)}`, `@cert-authority *.ca ssh-ed25519 ${one}`, 'broken line', `lies ssh-rsa ${one}`, `@new web ssh-ed25519 ${one}`,
].join('\n'));
const judge = (host: string, port: number, publicKeyBase64: string): string => judgeHostKey(file.entries, { host, port, publicKeyBase64 });

describe('known_hosts', () => {
  test('lines that cannot be used are named', () => {
    expect(file.entries).toHaveLength(6);
    expect(file.skippedLines).toEqual([9, 10, 11]);
  });
  test.each([
    ['a plain name', 'web01', 22, one, 'trusted'], ['its address', '10.0.0.1', 22, one, 'trusted'], ['another port', 'web01', 2222, one, 'unknown'], ['a bracketed port', 'WEB02', 2222, two, 'trusted'],
    ['another key', 'web01', 22, two, 'changed'], ['another key of another type', 'web01', 22, rsa, 'changed'], ['a wildcard', 'a.gov', 22, rsa, 'trusted'], ['an exclusion', 'bad.gov', 22, rsa, 'unknown'],
    ['a hashed name', '10.0.0.9', 2222, two, 'trusted'], ['a hashed name, changed', '10.0.0.9', 2222, one, 'changed'], ['a revoked key', 'web01', 22, blob('ssh-ed25519', 9), 'revoked'],
    ['a certificate authority trusts nothing', 'x.ca', 22, one, 'unknown'],
  ])('%s', (_label, host, port, key, verdict) => {
    expect(judge(host, port, key)).toBe(verdict);
  });
  test('plain places', () => {
    expect([plainHost('Web01'), plainHost('[10.0.0.1]:22'), plainHost('*.gov'), plainHost(hashed)]).toEqual([{ host: 'web01', port: 22 }, { host: '10.0.0.1', port: 22 }, undefined, undefined]);
  });
  test('patterns do not back-track for ever', () => {
    const started = performance.now();
    expect(matchesPattern(`${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
