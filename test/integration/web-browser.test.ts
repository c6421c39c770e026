import { createServer } from 'node:http';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startCore } from '../support/core-fixture.ts';
import { startWeb } from '../support/web-shell.ts';

const EXECUTABLE = '/usr/bin/chromium';
/** Every name of the test's own becomes this machine: what DNS rebinding does. */
const LAUNCH = { executablePath: EXECUTABLE, args: ['--no-sandbox', '--host-resolver-rules=MAP evil.test 127.0.0.1'] };
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(LAUNCH);
});
afterAll(() => browser.close());

/** A browser that has opened the redirect file, as after `landfall serve`. */
async function signedInBrowser() {
  const { core } = startCore({ shell: 'web' });
  const calls: string[] = [];
  const server = await startWeb({ files: core.files, subscribe: core.subscribe, dispatch: (method, input, call) => (calls.push(method), core.dispatch(method, input, call)) });
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(pathToFileURL(await server.newRedirectFile()).href);
  await page.waitForURL(`${server.origin}/`);
  return { server, calls, context, page };
}

/** Another page on this machine: same site for cookies, another origin for everything else. */
async function neighbour(html: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

const state = (page: Page) => page.locator('#state');

describe('web shell in Chromium', () => {
  it('opens from the redirect file, runs its script under the policy, and survives reloads', async () => {
    const { page, server, context } = await signedInBrowser();
    await expect.poll(() => state(page).textContent()).toBe('script ran');
    await page.reload();
    await expect.poll(() => state(page).textContent()).toBe('script ran');
    const second = await context.newPage();
    expect((await second.goto(`${server.origin}/`))?.status()).toBe(200);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('the policy stops inline scripts and eval', async () => {
    const { page } = await signedInBrowser();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      return Reflect.has(globalThis, 'injected');
    });
    expect(ran).toBe(false);
    await page.locator('#state').evaluate((element) => element.setAttribute('onclick', 'globalThis.injected = true'));
    await page.locator('#state').click();
    expect(await page.evaluate(() => Reflect.has(globalThis, 'injected'))).toBe(false);
  });

  it('W01: a rebound name gets 403 although it leads to this machine', async () => {
    const { server, context } = await signedInBrowser();
    const page = await context.newPage();
    // An empty 403 is shown as the browser's own error page, which makes goto reject.
    const [response] = await Promise.all([page.waitForResponse(`http://evil.test:${server.port}/`), page.goto(`http://evil.test:${server.port}/`).catch(() => null)]);
    expect(response.status()).toBe(403);
    expect(server.refusals()).toBeGreaterThan(0);
  });

  it('W05: images and scripts of another page cannot load anything from the server', async () => {
    const { server, context } = await signedInBrowser();
    const url = await neighbour(`<body><script>
      globalThis.results = [];
      for (const [tag, path] of [['img', '/session'], ['script', '/assets/page.js'], ['script', '/session'], ['link', '/']]) {
        const element = document.createElement(tag);
        element.onload = () => results.push('loaded ' + path);
        element.onerror = () => results.push('refused');
        if (tag === 'link') { element.rel = 'stylesheet'; element.href = '${server.origin}' + path; } else element.src = '${server.origin}' + path;
        document.body.append(element);
      }</script></body>`);
    const page = await context.newPage();
    await page.goto(url);
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'results'))).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(server.refusals()).toBeGreaterThanOrEqual(3);
  });

  it('W06: another page of this machine cannot call the API, even where its cookies are sent along', async () => {
    const { server, context, calls } = await signedInBrowser();
    const before = calls.length;
    const page = await context.newPage();
    await page.goto(await neighbour('<p>neighbour</p>'));
    const outcomes = await page.evaluate(async (origin) => {
      const tries: RequestInit[] = [
        { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': 'text/plain' }, body: '{"v":1,"input":{}}' },
        { method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body: '{"v":1,"input":{}}' },
        { method: 'GET', credentials: 'include' },
      ];
      return Promise.all(tries.map((init) => fetch(`${origin}/rpc/project.close`, init).then((response) => `${response.type} ${response.status}`, () => 'refused')));
    }, server.origin);
    // An opaque answer tells the page nothing; what counts is that no call was made.
    expect(outcomes.every((outcome) => outcome === 'refused' || outcome === 'opaque 0')).toBe(true);
    expect(calls.length).toBe(before);
  });

  it('W07: another page cannot open the event socket', async () => {
    const { server, context } = await signedInBrowser();
    const page = await context.newPage();
    await page.goto(await neighbour('<p>neighbour</p>'));
    const outcome = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url);
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('refused'));
        }),
      `${server.origin.replace('http', 'ws')}/events`,
    );
    expect(outcome).toBe('refused');
  });

  it('W13: the page cannot be embedded', async () => {
    const { server, context } = await signedInBrowser();
    const page = await context.newPage();
    await page.goto(await neighbour(`<iframe src="${server.origin}/"></iframe>`));
    await page.waitForLoadState('load');
    const frames = await Promise.all(page.frames().slice(1).map((frame) => frame.content().catch(() => '')));
    expect(frames.join('')).not.toContain('id="state"');
  });
});
