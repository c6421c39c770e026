import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { createInProcessClient } from '../../electron/shells/cli/in-process-client.ts';
import { servePort, type ServedPort } from '../../electron/shells/desktop/port-server.ts';
import type { ServedCore } from '../../electron/shells/served-core.ts';
import { createHttpClient } from '../../renderer/src/api/create-http-client.ts';
import { createMessagePortClient } from '../../renderer/src/api/create-message-port-client.ts';
import type { Client } from '../../shared/contract/client.ts';
import { pagePlatform, signIn, startWeb } from '../support/web-shell.ts';

export interface Adapter {
  readonly name: string;
  open(core: ServedCore): Promise<Client>;
}

function servedPort(port: MessagePort): ServedPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}

export const ADAPTERS: readonly Adapter[] = [
  { name: 'in process', open: async (core) => createInProcessClient(core) },
  {
    name: 'HTTP and WebSocket',
    open: async (core) => {
      const server = await startWeb(core);
      return createHttpClient(server.origin, pagePlatform(server.origin, await signIn(server)));
    },
  },
  {
    name: 'MessagePort',
    open: async (core) => {
      const { port1, port2 } = new MessageChannel();
      const served = servePort(servedPort(port1), { core, logUnexpected: () => 'ref' });
      onTestFinished(() => served.close());
      return createMessagePortClient({
        postMessage: (message) => port2.postMessage(message),
        addEventListener: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) => {
          if (type === 'message') port2.on('message', (data: unknown) => listener({ data }));
          else port2.on('close', () => listener({ data: undefined }));
        },
        start: () => port2.start(),
        close: () => port2.close(),
      });
    },
  },
];
