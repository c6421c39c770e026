import type { Client } from '../../../shared/contract/client.ts';
import { DESKTOP_PORT_MESSAGE, type DesktopBridge } from '../../../shared/contract/desktop-bridge.ts';
import { createHttpClient } from './create-http-client.ts';
import { createMessagePortClient } from './create-message-port-client.ts';

declare global {
  interface Window {
    /** Set by the desktop shell's preload script, and only there. */
    readonly landfall?: DesktopBridge;
  }
}

/** The preload script hands the port over by a message of this very window, because ports cannot cross the context bridge. */
function receivePort(bridge: DesktopBridge): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== DESKTOP_PORT_MESSAGE || !port) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
    bridge.connect();
  });
}

/** The one way from the renderer to the core: a port in the desktop shell, HTTP and a WebSocket in the web shell. */
export async function connectClient(): Promise<Client> {
  const bridge = window.landfall;
  return bridge ? createMessagePortClient(await receivePort(bridge)) : createHttpClient('');
}
