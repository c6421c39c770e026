import { parentPort } from 'node:worker_threads';
import { buildCity } from './build-city.ts';
import type { EstateReply, EstateRequest } from './estate-message.ts';
import { type Estate, startEstate } from './start-estate.ts';

/**
 * Entry of the estate's own thread: the hosts' CPU stays apart from the scanner's, and a busy host never stalls the
 * application. One city per thread; the thread ends after `close`.
 */
const port = parentPort;
let starting: Promise<Estate> | undefined;

function reply(message: EstateReply): void {
  port?.postMessage(message);
}

async function start(seed: number, servers: number): Promise<void> {
  starting = startEstate(buildCity({ seed, servers }), { now: () => new Date(), platform: process.platform });
  const { targets, knownHostsText, privateKey } = await starting;
  reply({ kind: 'ready', access: { targets, knownHostsText, privateKey } });
}

async function close(): Promise<void> {
  await (await starting)?.close();
  reply({ kind: 'closed' });
  port?.close();
}

port?.on('message', (request: EstateRequest) => {
  const done = request.kind === 'start' ? start(request.seed, request.servers) : close();
  done.catch((error: unknown) => reply({ kind: 'failed', reason: error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.message) : String(error) }));
});
