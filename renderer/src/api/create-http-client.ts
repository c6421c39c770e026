import { AppError, errorFromPayload } from '../../../shared/kernel/app-error.ts';
import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/envelope.ts';
import { rpcReplySchema, webSessionSchema } from '../../../shared/contract/web-shell.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { openEventStream, type EventSocket } from './event-stream.ts';

/** Where a page may not be the caller (tests), its cookie jar and sockets are handed in. */
export interface HttpPlatform {
  readonly fetch: typeof fetch;
  readonly openSocket: (url: string) => EventSocket;
}

const browser: HttpPlatform = { fetch: (input, init) => fetch(input, init), openSocket: (url) => new WebSocket(url) };

/** Turns any failure before a reply (server gone, session ended) into the one code the shell can explain. */
async function ask(platform: HttpPlatform, url: string, init: RequestInit): Promise<Response> {
  try {
    return await platform.fetch(url, { credentials: 'same-origin', redirect: 'error', cache: 'no-store', ...init });
  } catch (cause) {
    throw new AppError(init.signal?.aborted ? 'request.cancelled' : 'request.disconnected', {}, { cause });
  }
}

function abortSignalOf(signal: CancelSignal | undefined, closing: AbortSignal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (signal?.aborted || closing.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  closing.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      signal?.removeEventListener('abort', abort);
      closing.removeEventListener('abort', abort);
    },
  };
}

/** Asks for the header token of this session; the cookie alone never changes anything. */
export async function readWebSession(baseUrl: string, platform: HttpPlatform = browser): Promise<{ token: string }> {
  const response = await ask(platform, `${baseUrl}/session`, {});
  const parsed = webSessionSchema.safeParse(response.ok ? await response.json() : undefined);
  if (!parsed.success) throw new AppError('request.disconnected');
  return parsed.data;
}

/** The web shell's client: POST /rpc/<method> for calls, a WebSocket for events. `baseUrl` is '' in a page. */
export function createHttpClient(baseUrl: string, platform: HttpPlatform = browser): Client {
  const closing = new AbortController();
  const listeners = new Set<(event: CoreEvent) => void>();
  const tell = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let session: Promise<{ token: string }> | undefined;
  const tokenOf = async (): Promise<string> => {
    session ??= readWebSession(baseUrl, platform);
    return session.then(
      ({ token }) => token,
      (error: unknown) => {
        session = undefined;
        throw error;
      },
    );
  };
  let stream: { close: () => void } | undefined;

  return {
    async call(method, input, options = {}) {
      if (closing.signal.aborted) throw new AppError('request.disconnected');
      const { signal, release } = abortSignalOf(options.signal, closing.signal);
      try {
        const headers = { 'content-type': 'application/json', 'x-landfall': await tokenOf() };
        const response = await ask(platform, `${baseUrl}/rpc/${method}`, { method: 'POST', headers, body: JSON.stringify({ v: CONTRACT_VERSION, input }), signal });
        const reply = rpcReplySchema.safeParse(await response.json().catch(() => undefined));
        if (signal.aborted) throw new AppError('request.cancelled');
        if (!reply.success) throw new AppError('request.disconnected');
        if (!reply.data.ok) throw errorFromPayload(reply.data.error);
        // The serving side validated it against this very contract.
        return reply.data.data as OutputOf<typeof method>;
      } catch (error) {
        throw closing.signal.aborted ? new AppError('request.disconnected', {}, { cause: error }) : error;
      } finally {
        release();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      stream ??= openEventStream(() => platform.openSocket(`${new URL(baseUrl || '/', globalThis.location?.href).href.replace(/^http/, 'ws').replace(/\/$/, '')}/events`), tell);
      return () => listeners.delete(listener);
    },
    async close() {
      closing.abort();
      stream?.close();
      listeners.clear();
    },
  };
}
