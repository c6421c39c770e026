import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { AppError } from '../../shared/kernel/app-error.ts';
import { contract } from '../../shared/contract/contract.ts';
import { judgeRequest } from '../../electron/shells/web/request-guard.ts';
import type { ServedCore } from '../../electron/shells/served-core.ts';
import { startCore } from '../support/core-fixture.ts';
import { rawHttp, requestText } from '../support/raw-http.ts';
import { tempDir } from '../support/temp-dir.ts';
import { pagePlatform, signIn, startWeb } from '../support/web-shell.ts';

async function fixture(options: Parameters<typeof startWeb>[1] = {}) {
  const { core } = startCore({ shell: 'web' });
  const calls: string[] = [];
  const watched: ServedCore = { files: core.files, subscribe: core.subscribe, dispatch: (method, input, call) => (calls.push(method), core.dispatch(method, input, call)) };
  const server = await startWeb(watched, options);
  return { server, calls, core, host: `127.0.0.1:${server.port}` };
}

async function signedIn(options: Parameters<typeof startWeb>[1] = {}) {
  const base = await fixture(options);
  const cookie = await signIn(base.server);
  const page = pagePlatform(base.server.origin, cookie);
  const { token } = (await (await page.fetch(`${base.server.origin}/session`)).json()) as { token: string };
  return { ...base, cookie, page, token };
}

const rpc = (host: string, cookie: string, token: string, extra: readonly string[] = [], body = '{"v":1,"input":{}}'): string =>
  requestText('POST /rpc/settings.get', [`Host: ${host}`, `Cookie: ${cookie}`, `x-landfall: ${token}`, 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...extra], body);

describe('web shell, requests', () => {
  it('W01: a foreign Host gets 403 without a body, and is counted', async () => {
    const { server, cookie, calls } = await signedIn();
    const answer = await rawHttp(server.port, requestText('GET /', [`Host: evil.test:${server.port}`, `Cookie: ${cookie}`]));
    expect(answer.status).toBe(403);
    expect(answer.text.split('\r\n\r\n')[1]).toBe('');
    expect(answer.text).not.toContain('evil');
    expect(server.refusals()).toBe(1);
    expect(calls).toEqual([]);
  });

  it.each(['', 'localhost.:PORT', '127.1:PORT', '0.0.0.0:PORT', '[::ffff:127.0.0.1]:PORT', '[::1]:PORT', 'LOCALHOST:PORT', 'user@127.0.0.1:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1:PORT.evil.test'])('W02: the Host %j is refused', async (value) => {
    const { server, cookie } = await signedIn();
    expect([400, 403]).toContain((await rawHttp(server.port, requestText('GET /', [`Host: ${value.replace('PORT', String(server.port))}`, `Cookie: ${cookie}`]))).status);
  });

  it('W02: two Host headers and none are refused, the exact values pass', async () => {
    const { server, cookie, host } = await signedIn();
    expect([400, 403]).toContain((await rawHttp(server.port, requestText('GET /', [`Host: ${host}`, `Host: ${host}`, `Cookie: ${cookie}`]))).status);
    expect([400, 403]).toContain((await rawHttp(server.port, requestText('GET /', [`Cookie: ${cookie}`]))).status);
    expect((await rawHttp(server.port, requestText('GET /', [`Host: ${host}`, `Cookie: ${cookie}`]))).status).toBe(200);
    expect((await rawHttp(server.port, requestText('GET /', [`Host: localhost:${server.port}`, `Cookie: ${cookie}`]))).status).toBe(200);
  });

  it.each(['http://127.0.0.1:PORT/', '//', '//etc/passwd', '/#', '/%2e%2e/package.json', '/../package.json', '/assets/..%2f..%2fpackage.json', '/index.html%00', '/.', '*', `/${'a'.repeat(65_536)}`, '/assets\\page.js', '/nothing-here'])('W03: the target %j gets 400 or 404', async (target) => {
    const { server, cookie, host } = await signedIn();
    const answer = await rawHttp(server.port, requestText(`GET ${target.replace('PORT', String(server.port))}`, [`Host: ${host}`, `Cookie: ${cookie}`]));
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('package.json');
  });

  it('W04: a change needs our Origin, JSON, the cookie and the header token', async () => {
    const { server, cookie, token, host, calls } = await signedIn();
    const origin = `Origin: ${server.origin}`;
    const refused: readonly (readonly [string, string])[] = [
      ['no Origin', rpc(host, cookie, token)],
      ['null Origin', rpc(host, cookie, token, ['Origin: null'])],
      ['foreign Origin', rpc(host, cookie, token, ['Origin: http://evil.test'])],
      ['cross-site', rpc(host, cookie, token, [origin, 'Sec-Fetch-Site: cross-site'])],
      ['wrong token', rpc(host, cookie, 'guess', [origin])],
      ['text/plain form', requestText('POST /rpc/settings.get', [`Host: ${host}`, 'Origin: http://evil.test', `Cookie: ${cookie}`, 'Content-Type: text/plain', 'Content-Length: 2'], '{}')],
    ];
    for (const [name, text] of refused) expect((await rawHttp(server.port, text)).status, name).toBe(403);
    expect((await rawHttp(server.port, requestText('POST /rpc/settings.get', [`Host: ${host}`, origin, `Cookie: ${cookie}`, `x-landfall: ${token}`, 'Content-Type: text/plain', 'Content-Length: 2'], '{}'))).status).toBe(415);
    expect((await rawHttp(server.port, rpc(host, 'landfall=guess', token, [origin]))).status).toBe(401);
    expect(calls).toEqual([]);
    expect((await rawHttp(server.port, rpc(host, cookie, token, [origin]))).status).toBe(200);
    expect(calls).toEqual(['settings.get']);
  });

  it('W04: a body over 8 MB is refused by its length and while it streams', async () => {
    const { server, cookie, token, host, calls } = await signedIn();
    const declared = requestText('POST /rpc/settings.get', [`Host: ${host}`, `Origin: ${server.origin}`, `Cookie: ${cookie}`, `x-landfall: ${token}`, 'Content-Type: application/json', 'Content-Length: 99999999'], '{');
    expect((await rawHttp(server.port, declared)).status).toBe(413);
    const chunk = `100000\r\n${' '.repeat(0x100000)}\r\n`;
    const chunked = requestText('POST /rpc/settings.get', [`Host: ${host}`, `Origin: ${server.origin}`, `Cookie: ${cookie}`, `x-landfall: ${token}`, 'Content-Type: application/json', 'Transfer-Encoding: chunked'], `${chunk.repeat(9)}0\r\n\r\n`);
    expect((await rawHttp(server.port, chunked)).status).toBe(413);
    expect(calls).toEqual([]);
  });

  it('W11: every route and every asset needs the cookie', async () => {
    const { server, host, calls } = await fixture();
    const routes = ['GET /', 'GET /index.html', 'GET /assets/page.js', 'GET /session', 'GET /files/any', 'HEAD /', 'GET /favicon.ico', 'GET /launch/guess'];
    for (const route of routes) expect((await rawHttp(server.port, requestText(route, [`Host: ${host}`]))).status, route).toBe(401);
    const changes = [...Object.keys(contract).map((method) => `POST /rpc/${method}`), 'PUT /files?name=a.csv&purpose=import'];
    for (const route of changes) expect((await rawHttp(server.port, requestText(route, [`Host: ${host}`, `Origin: ${server.origin}`, 'Content-Type: application/json', 'Content-Length: 2'], '{}'))).status, route).toBe(401);
    expect(calls).toEqual([]);
  });

  it('answers carry every protective header and no CORS header', async () => {
    const { server, page } = await signedIn();
    for (const path of ['/', '/session', '/nothing', '/rpc/nothing']) {
      const { headers } = await page.fetch(`${server.origin}${path}`);
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control')), path).toEqual([]);
    }
  });

  it('W12: 400 random inputs to random methods get a code, never a stack, and change no prototype', async () => {
    const { server, page, token } = await signedIn();
    const methods = fc.constantFrom(...Object.keys(contract).filter((method) => !['scan.startLocal', 'scan.startSample'].includes(method)));
    const input = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}').map((text): unknown => JSON.parse(text)));
    await fc.assert(
      fc.asyncProperty(methods, input, async (method, value) => {
        const response = await page.fetch(`${server.origin}/rpc/${method}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-landfall': token }, body: JSON.stringify({ v: 1, input: value }) });
        const text = await response.text();
        expect([200, 400, 404, 409, 423]).toContain(response.status);
        expect(text).not.toMatch(/node_modules|\.ts:|\bat /);
      }),
      { numRuns: 400 },
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('W16: a failure inside each route is a 500 with a code, and the server lives', async () => {
    const { core } = startCore({ shell: 'web' });
    const fail = (): never => {
      throw new TypeError('/secret/path went wrong');
    };
    const broken: ServedCore = { subscribe: core.subscribe, dispatch: () => Promise.reject(new TypeError('/secret/path went wrong')), files: { ...core.files, createTemporary: fail, resolve: fail } };
    const server = await startWeb(broken);
    const page = pagePlatform(server.origin, await signIn(server));
    const { token } = (await (await page.fetch(`${server.origin}/session`)).json()) as { token: string };
    const json = { 'content-type': 'application/json', 'x-landfall': token };
    const requests = [() => page.fetch(`${server.origin}/rpc/settings.get`, { method: 'POST', headers: json, body: '{"v":1,"input":{}}' }), () => page.fetch(`${server.origin}/files?name=a&purpose=import`, { method: 'PUT', headers: json, body: 'x' })];
    for (const request of requests) {
      const response = await request();
      const body = (await response.json()) as { error: { code: string } };
      expect([response.status, body.error.code]).toEqual([500, 'internal']);
      expect(JSON.stringify(body)).not.toContain('secret');
    }
    expect((await page.fetch(`${server.origin}/`)).status).toBe(200);
  });
});

describe('web shell, launch', () => {
  it('W08: a launch code opens one browser, once, within 60 s', async () => {
    let nowMs = 0;
    const { server } = await fixture({ monotonicMs: () => nowMs });
    const url = server.newLaunchUrl();
    expect((await fetch(url)).status).toBe(200);
    const second = await fetch(url);
    expect(second.status).toBe(401);
    expect(await second.text()).toContain('landfall serve');
    const late = server.newLaunchUrl();
    nowMs = 60_000;
    expect((await fetch(late)).status).toBe(401);
  });

  it('W09: code, cookie and token stand in no log, no file name and no Referer', async () => {
    const records: string[] = [];
    const note = (event: string, fields: unknown): void => void records.push(JSON.stringify({ event, fields }));
    const { server, page, cookie, token, host } = await signedIn({ log: { debug: note, info: note, warn: note, error: note } });
    const code = server.newLaunchUrl().split('/').at(-1) ?? '';
    const file = await server.newRedirectFile();
    await rawHttp(server.port, requestText(`GET /launch/${code}`, ['Host: evil.test', `Cookie: ${cookie}`]));
    await rawHttp(server.port, rpc(host, cookie, token, ['Origin: null']));
    await page.fetch(`${server.origin}/rpc/nope`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-landfall': token }, body: '{}' });
    const fileCode = /launch\/([\w-]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    expect(fileCode.length).toBeGreaterThan(20);
    for (const secret of [code, fileCode, token, cookie.split('=')[1] ?? '']) {
      expect(records.join('\n')).not.toContain(secret);
      expect(file).not.toContain(secret);
    }
    expect(records.length).toBeGreaterThan(0);
    expect((await fetch(server.newLaunchUrl())).headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('W10: the redirect file is private, and a planted link is not followed', async () => {
    const { server } = await fixture();
    const file = await server.newRedirectFile();
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(await fetch(/http:\S+?(?=")/.exec(readFileSync(file, 'utf8'))?.[0] ?? '').then((response) => response.status)).toBe(200);
    const dataDir = tempDir('planted');
    symlinkSync(tempDir('elsewhere'), join(dataDir, 'run'));
    const planted = await fixture({ dataDir });
    await expect(planted.server.newRedirectFile()).rejects.toThrow(AppError);
  });

  it('the cookie is HttpOnly, SameSite=Strict and named with the port', async () => {
    const { server } = await fixture();
    const [cookie] = (await fetch(server.newLaunchUrl())).headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^landfall-${server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
  });
});

describe('web shell, sockets', () => {
  async function upgradeStatus(server: { port: number }, headers: Record<string, string>, origin?: string): Promise<number> {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/events`, { headers, ...(origin === undefined ? {} : { origin }) });
    return new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('error', () => undefined);
    });
  }

  it('W07: a WebSocket needs our Origin and a live cookie before the upgrade', async () => {
    const { server, cookie } = await signedIn();
    expect(await upgradeStatus(server, { cookie }, 'http://evil.test')).toBe(403);
    expect(await upgradeStatus(server, { cookie })).toBe(403);
    expect(await upgradeStatus(server, { cookie }, 'null')).toBe(403);
    expect(await upgradeStatus(server, {}, server.origin)).toBe(401);
    expect(await upgradeStatus(server, { cookie: `landfall-${server.port}=stale` }, server.origin)).toBe(401);
    expect(await upgradeStatus(server, { cookie, 'sec-fetch-site': 'same-site' }, server.origin)).toBe(403);
    expect(await upgradeStatus(server, { cookie }, server.origin)).toBe(101);
  });

  it('W14: 2,000 idle sockets do not keep the real user out', async () => {
    const { server, page } = await signedIn();
    const idle: Socket[] = [];
    onTestFinished(() => idle.forEach((socket) => socket.destroy()));
    for (let batch = 0; batch < 20; batch += 1) {
      const opened = Array.from({ length: 100 }, () => {
        const socket = connect({ port: server.port, host: '127.0.0.1' });
        socket.on('error', () => undefined);
        idle.push(socket);
        return once(socket, 'connect').catch(() => undefined);
      });
      await Promise.all(opened);
    }
    const startedAt = performance.now();
    expect((await page.fetch(`${server.origin}/`)).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(idle.filter((socket) => !socket.destroyed && !socket.readableEnded).length).toBeLessThan(400);
  });

  it('W14: a header that never ends is cut off', async () => {
    const { server } = await fixture();
    const answer = await rawHttp(server.port, 'GET / HTTP/1.1\r\nHost: ');
    expect([0, 400, 408]).toContain(answer.status);
  });

  it('W14: a header over 16 KB is refused', async () => {
    const { server, host } = await fixture();
    expect([400, 431]).toContain((await rawHttp(server.port, requestText('GET /', [`Host: ${host}`, `X-Long: ${'a'.repeat(20_000)}`]))).status);
  });

  it('W15: 100,000 malformed Host and Origin values never throw and never pass', () => {
    const hosts = ['127.0.0.1:4000'];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('[', ']:', 'http://', 'http://[::1', '\u0000', '127.0.0.1:4000')), fc.string({ unit: 'binary' }), fc.boolean(), (host, origin, upgrade) => {
        const verdict = judgeRequest({ method: 'POST', target: '/rpc/x', rawHeaders: ['Host', host, 'Origin', origin, 'Content-Type', 'application/json'], upgrade }, hosts);
        expect(verdict.allowed).toBe(host === '127.0.0.1:4000' && origin === 'http://127.0.0.1:4000');
      }),
      { numRuns: 100_000 },
    );
  });

  it('W15: garbage on the socket and in WebSocket frames leaves the server serving', async () => {
    const { server, page, cookie, host } = await signedIn();
    const samples = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 400 }), 300);
    await Promise.all(samples.map(async (bytes) => rawHttp(server.port, Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))));
    const upgrade = requestText('GET /events', [`Host: ${host}`, `Origin: ${server.origin}`, `Cookie: ${cookie}`, 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']).replace('Connection: close', 'Connection: Upgrade');
    for (const bytes of samples.slice(0, 60)) await rawHttp(server.port, Buffer.concat([Buffer.from(upgrade), Buffer.from([0xff, 0xff]), bytes]));
    expect((await page.fetch(`${server.origin}/`)).status).toBe(200);
  });
});
