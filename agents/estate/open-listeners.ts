import { createServer, type Server, type Socket } from 'node:net';
import type { City, CityServer } from './city.ts';
import { ENDPOINT_ATTEMPTS, type Endpoint, endpointsFor } from './endpoints.ts';

export interface Listeners {
  readonly endpoints: readonly Endpoint[];
  close(): Promise<void>;
}

const BATCH = 256;

/**
 * One listening socket per server that listens at all. All or nothing: when a port is taken, everything moves to the
 * next range. Rejects with the last listen error when no range is free.
 */
export async function openListeners(city: City, platform: string, onConnection: (server: CityServer, socket: Socket) => void): Promise<Listeners> {
  const sockets = new Set<Socket>();
  const accept = (server: CityServer, socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    onConnection(server, socket);
  };
  let failure: unknown;
  for (let attempt = 0; attempt < ENDPOINT_ATTEMPTS; attempt += 1) {
    const endpoints = endpointsFor(city, platform, attempt);
    const listeners: Server[] = [];
    try {
      await listenEverywhere(city, endpoints, listeners, accept);
      return { endpoints, close: () => closeAll(listeners, sockets) };
    } catch (error) {
      failure = error;
      await closeAll(listeners, sockets);
    }
  }
  throw failure;
}

async function listenEverywhere(city: City, endpoints: readonly Endpoint[], listeners: Server[], accept: (server: CityServer, socket: Socket) => void): Promise<void> {
  const listening = city.servers.filter(({ fault }) => fault !== 'refused');
  for (let from = 0; from < listening.length; from += BATCH) {
    const results = await Promise.allSettled(listening.slice(from, from + BATCH).map((server) => listen(server, endpoints[server.index], listeners, accept)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}

function listen(server: CityServer, endpoint: Endpoint | undefined, listeners: Server[], accept: (server: CityServer, socket: Socket) => void): Promise<void> {
  if (endpoint === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const listener = createServer({ noDelay: true }, (socket) => accept(server, socket));
    listeners.push(listener);
    listener.once('error', reject);
    listener.listen({ host: endpoint.host, port: endpoint.port, exclusive: true }, resolve);
  });
}

async function closeAll(listeners: readonly Server[], sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await Promise.all(listeners.map((listener) => new Promise<void>((resolve) => listener.close(() => resolve()))));
}
