import type { Client } from '../../../shared/contract/client.ts';
import type { Host } from '../../../shared/contract/host.ts';
import { createHttpClient } from '../api/create-http-client.ts';
import { createWebHost } from '../api/web-host.ts';

export interface Connection {
  readonly client: Client;
  readonly host: Host;
}

/** Reaches the core of the shell this page runs in. */
export async function connect(): Promise<Connection> {
  return { client: createHttpClient(''), host: createWebHost() };
}
