import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cookieValues, judgeRequest } from './request-guard.ts';

const HOSTS = ['127.0.0.1:4000', 'localhost:4000'];
const judge = (headers: Record<string, string | string[]>, { method = 'GET', target = '/', upgrade = false } = {}) =>
  judgeRequest({ method, target, upgrade, rawHeaders: Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one])) }, HOSTS);
const host = '127.0.0.1:4000';
const origin = `http://${host}`;
const json = { host, origin, 'content-type': 'application/json' };

describe('judgeRequest', () => {
  it('lets a plain navigation and a same-origin call pass', () => {
    expect(judge({ host })).toEqual({ allowed: true, host, path: '/' });
    expect(judge({ host, 'sec-fetch-site': 'none' }).allowed).toBe(true);
    expect(judge({ ...json, 'sec-fetch-site': 'same-origin' }, { method: 'POST', target: '/rpc/plan.get' }).allowed).toBe(true);
  });

  it.each(['', 'evil.test:4000', '127.0.0.1', '127.0.0.1:4001', 'localhost.:4000', 'LOCALHOST:4000', '127.1:4000', '0.0.0.0:4000', '[::ffff:127.0.0.1]:4000', 'a@127.0.0.1:4000', '127.0.0.1:4000 '])('refuses the Host %j', (value) => {
    expect(judge({ host: value })).toMatchObject({ allowed: false, status: 403, refusal: 'host' });
  });

  it('refuses a missing and a doubled Host', () => {
    expect(judge({})).toMatchObject({ refusal: 'host' });
    expect(judge({ host: [host, host] })).toMatchObject({ refusal: 'host' });
  });

  it.each(['http://127.0.0.1:4000/', '//x', '/a//b', '/a#b', '/../x', '/a/./b', '/%2e%2e/x', '/a%00', '/a\\b', '/a b', '*', '', `/${'a'.repeat(70_000)}`])('refuses the target %j', (target) => {
    expect(judge({ host }, { target })).toMatchObject({ allowed: false, status: 400, refusal: 'target' });
  });

  it.each([{ host }, { host, origin: 'null' }, { host, origin: 'http://evil.test' }, { host, origin: 'http://127.0.0.1:5000' }, { host, origin: 'http://localhost:4000' }, { host, origin: [origin, origin] }])('refuses a change from %j', (headers) => {
    expect(judge({ ...headers, 'content-type': 'application/json' }, { method: 'POST' })).toMatchObject({ allowed: false, status: 403, refusal: 'origin' });
    expect(judge({ ...headers }, { upgrade: true })).toMatchObject({ allowed: false, refusal: 'origin' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json, text/plain', ''])('refuses a POST of %j', (type) => {
    expect(judge({ ...json, 'content-type': type }, { method: 'POST' })).toMatchObject({ status: 415 });
  });

  it('lets only the launch address be reached from another site, and only by navigation', () => {
    const crossSite = { host, 'sec-fetch-site': 'cross-site' };
    const navigation = { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(judge(navigation, { target: '/launch/abc' }).allowed).toBe(true);
    expect(judge(navigation)).toMatchObject({ refusal: 'fetch-site' });
    expect(judge(crossSite, { target: '/launch/abc' })).toMatchObject({ refusal: 'fetch-site' });
    expect(judge({ ...navigation, 'sec-fetch-dest': 'iframe' }, { target: '/launch/abc' })).toMatchObject({ refusal: 'fetch-site' });
    expect(judge({ ...json, 'sec-fetch-site': 'same-site' }, { method: 'POST' })).toMatchObject({ refusal: 'fetch-site' });
  });

  it('never throws and never lets an unknown Host pass, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.oneof(fc.string(), fc.constantFrom('host', 'Origin', 'cookie', 'sec-fetch-site', ...HOSTS))), fc.boolean(), (method, target, rawHeaders, upgrade) => {
        const verdict = judgeRequest({ method, target, rawHeaders, upgrade }, HOSTS);
        if (verdict.allowed) expect(HOSTS).toContain(verdict.host);
        cookieValues(rawHeaders, 'landfall-4000');
      }),
      { numRuns: 5000 },
    );
  });
});

describe('cookieValues', () => {
  it('finds every value of exactly that name', () => {
    expect(cookieValues(['Cookie', 'a=1; landfall-1=x; landfall-12=y'], 'landfall-1')).toEqual(['x']);
    expect(cookieValues(['cookie', 'c=1', 'Cookie', 'c=2;c=3'], 'c')).toEqual(['1', '2', '3']);
  });
});
