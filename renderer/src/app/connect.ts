import type { Client } from '../../../shared/contract/client.ts';
import { DESKTOP_PORT_MESSAGE, type DesktopBridge } from '../../../shared/contract/desktop-bridge.ts';
import type { Host } from '../../../shared/contract/host.ts';
import { createHttpClient } from '../api/create-http-client.ts';
import { createMessagePortClient } from '../api/create-message-port-client.ts';
import { createWebHost } from '../api/web-host.ts';

declare global {
  interface Window {
    /** Given by the preload script of the desktop shell; absent in a browser. */
    readonly landfall?: DesktopBridge;
  }
}

export interface Connection {
  readonly client: Client;
  readonly host: Host;
}

/** The port comes as a message of this very window, sent by the preload script. */
function receivePort(bridge: DesktopBridge): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== DESKTOP_PORT_MESSAGE || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
    bridge.connect();
  });
}

/** Reaches the core of the shell this page runs in. */
export async function connect(): Promise<Connection> {
  const bridge = window.landfall;
  if (bridge === undefined) return { client: createHttpClient(''), host: createWebHost() };
  return { client: createMessagePortClient(await receivePort(bridge)), host: bridge.host };
}
