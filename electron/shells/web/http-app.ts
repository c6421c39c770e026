import { readFile } from 'node:fs/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { Logger } from '../../core/app/index.ts';
import type { ServedCore } from '../served-core.ts';
import type { Access, Session } from './access.ts';
import type { Downloads } from './downloads.ts';
import { errorReply } from './error-reply.ts';
import { LAUNCHED_PAGE, SIGN_IN_PAGE } from './launch-page.ts';
import { cookieValues, LAUNCH_PREFIX } from './request-guard.ts';
import { runCall } from './rpc-route.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import type { StaticFile } from '../static-files.ts';
import { createUploads } from './upload-route.ts';

export interface HttpAppOptions {
  readonly core: ServedCore;
  readonly access: Access;
  readonly downloads: Downloads;
  readonly staticFiles: ReadonlyMap<string, StaticFile>;
  readonly projectsDir: string;
  /** Holds the port, because browsers share cookies between ports of one host. */
  readonly cookieName: () => string;
  readonly log: Logger;
  readonly newRef: () => string;
  readonly maxUploadBytes: number;
  readonly onLaunched?: () => void;
}

interface Env {
  Bindings: HttpBindings;
  Variables: { session: Session };
}

function launch(context: Context<Env>, { access, cookieName, onLaunched }: HttpAppOptions): Response {
  const session = access.redeem(context.req.path.slice(LAUNCH_PREFIX.length));
  if (!session) return context.html(SIGN_IN_PAGE, 401);
  onLaunched?.();
  context.header('set-cookie', `${cookieName()}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`);
  return context.html(LAUNCHED_PAGE);
}

function unauthorised(context: Context<Env>): Response {
  return context.req.method === 'GET' && context.req.path === '/' ? context.html(SIGN_IN_PAGE, 401) : context.body(null, 401);
}

async function sendStatic(context: Context<Env>, files: ReadonlyMap<string, StaticFile>): Promise<Response> {
  const found = files.get(context.req.path);
  if (!found) return context.body(null, 404);
  const bytes = await readFile(found.file);
  return context.body(new Uint8Array(bytes), 200, { 'content-type': found.contentType, 'cache-control': found.immutable ? 'private, max-age=31536000, immutable' : 'no-store' });
}

/** The routes, behind the guard of request-guard.ts. Each needs the cookie; each that changes something needs the header token too. */
export function createHttpApp(options: HttpAppOptions): Hono<Env> {
  const { core, access, downloads, log, newRef } = options;
  const uploads = createUploads({ core, projectsDir: options.projectsDir, maxBytes: options.maxUploadBytes });
  const app = new Hono<Env>();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });
  app.onError((error) => {
    const { status, body } = errorReply(error, log, newRef);
    return Response.json(body, { status });
  });
  app.get(`${LAUNCH_PREFIX}*`, (context) => launch(context, options));
  app.use(async (context, next) => {
    const session = access.sessionOf(cookieValues(context.env.incoming.rawHeaders, options.cookieName()));
    if (!session) return unauthorised(context);
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD' && !access.mayChange(session, context.req.header('x-landfall'))) return context.body(null, 403);
    context.set('session', session);
    return next();
  });
  app.get('/session', (context) => context.json({ token: context.get('session').token }));
  app.post('/rpc/:method', async (context) => context.json({ ok: true, data: await runCall(core, context.req.param('method'), context.env.incoming, context.env.outgoing) }));
  app.put('/files', async (context) => context.json(await uploads.receive(context.env.incoming, { name: context.req.query('name'), purpose: context.req.query('purpose') })));
  app.get('/files/:token', async (context) => {
    const { body, headers } = await downloads.open(context.req.param('token'));
    return context.body(body, 200, headers);
  });
  app.get('*', (context) => sendStatic(context, options.staticFiles));
  app.notFound(() => {
    throw new AppError('request.unknown_method', { method: '' });
  });
  return app;
}
