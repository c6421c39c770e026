import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ServedCore } from '../../electron/shells/served-core.ts';
import { serveWeb, type WebServer } from '../../electron/shells/web/index.ts';
import type { HttpPlatform } from '../../renderer/src/api/create-http-client.ts';
import { tempDir } from './temp-dir.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A web server over `core` with a one-page renderer, closed when the test ends. */
export async function startWeb(core: ServedCore, options: Partial<Parameters<typeof serveWeb>[0]> = {}): Promise<WebServer> {
  const dataDir = tempDir('web');
  const rendererDir = join(dataDir, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Landfall</title><p id="state">no script</p><script type="module" crossorigin src="./assets/page.js"></script>');
  writeFileSync(join(rendererDir, 'assets', 'page.js'), 'document.getElementById("state").textContent = "script ran";');
  const server = await serveWeb({ core, rendererDir, dataDir, log: silent, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** The cookie a browser would hold after opening the launch address. */
export async function signIn(server: WebServer): Promise<string> {
  const response = await fetch(server.newLaunchUrl());
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`The launch address answered ${response.status}`);
  return cookie.split(';', 1)[0] ?? '';
}

/** fetch and WebSocket as a page of `origin` would send them. */
export function pagePlatform(origin: string, cookie: string): HttpPlatform {
  return {
    fetch: (input, init = {}) => fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie, origin, 'sec-fetch-site': 'same-origin' } }),
    openSocket: (url) => {
      const socket = new WebSocket(url, { headers: { cookie }, origin });
      return {
        addEventListener: (type: 'message' | 'open' | 'close' | 'error', listener: (event: { data: unknown }) => void) => {
          if (type === 'message') socket.on('message', (data) => listener({ data: Buffer.isBuffer(data) ? data.toString('utf8') : undefined }));
          else socket.on(type, () => listener({ data: undefined }));
        },
        close: () => socket.close(),
      };
    },
  };
}
