import type { Client } from '../../../shared/contract/client.ts';
import type { PageHost } from '../api/page-host.ts';
import { connectClient } from '../api/transport.ts';
import { createWebHost } from '../api/web-host.ts';

export interface Connection {
  readonly client: Client;
  readonly host: PageHost;
}

/** Reaches the core and the powers of the shell this page runs in. */
export async function connect(): Promise<Connection> {
  return { client: await connectClient(), host: window.landfall?.host ?? createWebHost() };
}
