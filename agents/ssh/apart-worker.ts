import { parentPort } from 'node:worker_threads';
import type { ApartDial, ApartReply, ApartRequest } from './apart-message.ts';
import type { Dial, HostKeyVerdict } from './dial.ts';
import { HostFailure } from './host-failure.ts';
import { scanHost } from './scan-host.ts';

/** Entry of the thread that scans one host whose key exchange takes seconds of computing. */
const port = parentPort;
const stop = new AbortController();
const verdicts = new Map<number, (verdict: HostKeyVerdict) => void>();

function reply(message: ApartReply): void {
  port?.postMessage(message);
}

function askAbout(hop: number): Dial['verifyHostKey'] {
  return (key) => new Promise((resolve) => {
    verdicts.set(hop, resolve);
    reply({ kind: 'host-key', hop, key });
  });
}

async function scan({ way, script }: Extract<ApartRequest, { kind: 'scan' }>): Promise<void> {
  const dial = way.reduce<Dial | undefined>((jump, hop: ApartDial, index) => ({ ...hop, verifyHostKey: askAbout(index), ...(jump ? { jump } : {}) }), undefined);
  if (!dial) throw new TypeError('A way ends at its target');
  const result = await scanHost(dial, { script, signal: stop.signal, now: () => new Date(), log: (step, fields) => reply({ kind: 'step', step, fields }) });
  reply({ kind: 'read', scan: result });
}

port?.on('message', (request: ApartRequest) => {
  if (request.kind === 'abort') stop.abort();
  else if (request.kind === 'verdict') verdicts.get(request.hop)?.(request.verdict);
  else scan(request).catch((error: unknown) => reply({ kind: 'failed', error: error instanceof HostFailure ? error.error : { code: 'PROTOCOL_GARBAGE', params: {} } }));
});
