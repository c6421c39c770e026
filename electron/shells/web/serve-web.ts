import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { MAX_UPLOAD_BYTES } from '../../../shared/contract/web-shell.ts';
import type { Logger } from '../../core/app/index.ts';
import type { ServedCore } from '../served-core.ts';
import { createAccess, type Access } from './access.ts';
import { createDownloads } from './downloads.ts';
import { createEventSockets, type EventSockets } from './event-socket.ts';
import { createHttpApp } from './http-app.ts';
import { writeRedirectFile, type RedirectFile } from './redirect-file.ts';
import { cookieValues, judgeRequest, LAUNCH_PREFIX, type Verdict } from './request-guard.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { limitSockets, type SocketLimit } from './socket-limit.ts';
import { listStaticFiles } from '../static-files.ts';

export interface ServeWebOptions {
  readonly core: ServedCore;
  /** The built renderer. */
  readonly rendererDir: string;
  /** Private folder of the application: redirect files and uploaded projects go below it. */
  readonly dataDir: string;
  /** 0 takes any free one. */
  readonly port?: number;
  /** `::1` instead of `127.0.0.1`; there is no way to bind anything else. */
  readonly ipv6?: boolean;
  readonly log: Logger;
  readonly monotonicMs?: () => number;
  readonly maxUploadBytes?: number;
  readonly maxSockets?: number;
}

export interface WebServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`; useless without a launch code. */
  readonly origin: string;
  /** A new address that opens one browser within 60 s. */
  newLaunchUrl(): string;
  /** A 0600 page that sends a browser to a new launch address; its path, unlike the address, may stand in a process list. */
  newRedirectFile(): Promise<string>;
  refusals(): number;
  close(): Promise<void>;
}

const LIMITS = { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 };

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-length': '0', connection: 'close' });
  response.end();
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

interface Gate {
  readonly judge: (request: IncomingMessage, upgrade: boolean) => Verdict;
  readonly refusals: () => number;
}

/** The guard with the values that may stand in Host; it counts what it refuses and logs why, never what was sent. */
function createGate(hosts: () => readonly string[], log: Logger): Gate {
  let refusals = 0;
  return {
    judge(request, upgrade) {
      const verdict = judgeRequest({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders, upgrade }, hosts());
      if (!verdict.allowed) {
        refusals += 1;
        log.warn('web.refused', { refusal: verdict.refusal, count: refusals });
      }
      return verdict;
    },
    refusals: () => refusals,
  };
}

function upgradeRefusal(verdict: Verdict, known: boolean): string {
  if (verdict.allowed) return known ? '404 Not Found' : '401 Unauthorized';
  return verdict.status === 400 ? '400 Bad Request' : '403 Forbidden';
}

interface Entrances {
  readonly gate: Gate;
  readonly access: Access;
  readonly events: EventSockets;
  readonly cookieName: () => string;
  readonly route: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Everything is decided before routing, and before an upgrade is answered. */
function guardEntrances(server: Server, sockets: SocketLimit, { gate, access, events, cookieName, route }: Entrances): void {
  server.on('request', (request, response) => {
    sockets.begin(request.socket);
    response.once('close', () => sockets.end(request.socket));
    const verdict = gate.judge(request, false);
    if (verdict.allowed) void route(request, response);
    else refuse(response, verdict.status);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const verdict = gate.judge(request, true);
    const known = verdict.allowed && access.sessionOf(cookieValues(request.rawHeaders, cookieName())) !== undefined;
    if (known && verdict.path === '/events' && request.method === 'GET') {
      sockets.begin(request.socket);
      events.accept(request, socket, head);
    } else socket.end(`HTTP/1.1 ${upgradeRefusal(verdict, known)}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  server.on('clientError', (_error: Error, socket: Duplex) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else socket.destroy();
  });
}

interface LaunchPages {
  write(url: string): Promise<string>;
  removeAll(): Promise<void>;
}

function createLaunchPages(folder: string): LaunchPages {
  const written = new Set<RedirectFile>();
  return {
    async write(url) {
      const file = await writeRedirectFile(folder, url);
      written.add(file);
      return file.path;
    },
    async removeAll() {
      const files = [...written];
      written.clear();
      await Promise.all(files.map((file) => file.remove()));
    },
  };
}

/** Starts the web shell on this machine only. The core stays the caller's: closing the server leaves it and its jobs alone. */
export async function serveWeb(options: ServeWebOptions): Promise<WebServer> {
  const { core, log } = options;
  const name = options.ipv6 ? '[::1]' : '127.0.0.1';
  const access = createAccess({ monotonicMs: options.monotonicMs ?? (() => performance.now()), randomToken: () => randomBytes(32).toString('base64url') });
  const [downloads, events, launchPages] = [createDownloads(core), createEventSockets(), createLaunchPages(join(options.dataDir, 'run'))];
  let port = 0;
  const cookieName = (): string => `landfall-${port}`;
  const gate = createGate(() => [`${name}:${port}`, `localhost:${port}`], log);
  const app = createHttpApp({
    core, access, downloads, cookieName, log,
    staticFiles: await listStaticFiles(options.rendererDir),
    projectsDir: join(options.dataDir, 'projects'),
    newRef: () => randomBytes(6).toString('hex'),
    onLaunched: () => void launchPages.removeAll().catch((error: unknown) => log.warn('web.launch_page_not_removed', { error: String(error) })),
    maxUploadBytes: options.maxUploadBytes ?? MAX_UPLOAD_BYTES,
  });
  const server = createServer(LIMITS);
  guardEntrances(server, limitSockets(server, options.maxSockets), { gate, access, events, cookieName, route: getRequestListener(app.fetch) });
  const unsubscribe = core.subscribe((event) => {
    downloads.notice(event);
    events.send(event);
  });
  port = await listen(server, options.port ?? 0, options.ipv6 ? '::1' : '127.0.0.1');
  const origin = `http://${name}:${port}`;
  const newLaunchUrl = (): string => `${origin}${LAUNCH_PREFIX}${access.issueLaunchCode()}`;
  return {
    port,
    origin,
    newLaunchUrl,
    newRedirectFile: () => launchPages.write(newLaunchUrl()),
    refusals: gate.refusals,
    async close() {
      unsubscribe();
      events.close();
      await launchPages.removeAll();
      await closeServer(server);
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
