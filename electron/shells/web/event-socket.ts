import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { EventFrame } from '../../../shared/contract/envelope.ts';

const MAX_SOCKETS = 32;
const MAX_FRAME_BYTES = 1024;
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024;
const PING_EVERY_MS = 30_000;

export interface EventSockets {
  /** The request must have passed the guard and shown its cookie. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  send(event: CoreEvent): void;
  close(): void;
}

/** Tells every open page what changed. Nothing a page sends here has an effect; calls are cancelled by ending their request. */
export function createEventSockets(): EventSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false, clientTracking: true });
  const answered = new WeakSet<WebSocket>();
  const numbers = new WeakMap<WebSocket, number>();
  const pinging = setInterval(() => {
    for (const client of server.clients) {
      if (!answered.has(client)) client.terminate();
      answered.delete(client);
      client.ping();
    }
  }, PING_EVERY_MS);
  pinging.unref();

  return {
    accept(request, socket, head) {
      if (server.clients.size >= MAX_SOCKETS) {
        const [oldest] = server.clients;
        oldest?.terminate();
      }
      server.handleUpgrade(request, socket, head, (client) => {
        answered.add(client);
        client.on('pong', () => answered.add(client));
        // Frames of a broken peer end its own connection and nothing else.
        client.on('error', () => client.terminate());
      });
    },
    send(event) {
      for (const client of server.clients) {
        const seq = numbers.get(client) ?? 0;
        numbers.set(client, seq + 1);
        if (client.bufferedAmount > MAX_BACKLOG_BYTES) client.terminate();
        else client.send(JSON.stringify({ type: 'event', seq, event } satisfies EventFrame));
      }
    },
    close() {
      clearInterval(pinging);
      for (const client of server.clients) client.close(1001);
      server.close();
    },
  };
}
