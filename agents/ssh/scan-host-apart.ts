import { Worker } from 'node:worker_threads';
import type { ApartDial, ApartReply, ApartRequest } from './apart-message.ts';
import type { Credential, Dial } from './dial.ts';
import { HostFailure } from './host-failure.ts';
import type { HostScan, ScanHostOptions } from './scan-host.ts';

export interface ScanHostApartOptions extends Pick<ScanHostOptions, 'script' | 'signal' | 'log'> {
  /** Where the bundle of `apart-worker.ts` lies, or its source. */
  readonly entry: URL;
}

/** How long a thread in the middle of a computation is given to hang up. */
const END_MS = 500;

/** The way from the first jump host to the target. */
function wayOf(dial: Dial): Dial[] {
  return [...(dial.jump ? wayOf(dial.jump) : []), dial];
}

/** A Buffer would arrive as bare bytes; key files are text. */
function asText(credential: Credential): Credential {
  return credential.kind === 'key' ? { ...credential, privateKey: credential.privateKey.toString('utf8') } : credential;
}

function withoutFunctions({ host, port, user, credential, timeouts, allowCrypto, knownKeyTypes }: Dial): ApartDial {
  return { host, port, user, credential: asText(credential), ...(timeouts ? { timeouts } : {}), ...(allowCrypto ? { allowCrypto } : {}), ...(knownKeyTypes ? { knownKeyTypes } : {}) };
}

/** Needed when a hop may use group exchange: ssh2 checks its prime without letting go of its thread, seconds long. */
export function mustScanApart(dial: Dial): boolean {
  return wayOf(dial).some((hop) => hop.allowCrypto?.includes('group-exchange') === true);
}

/**
 * `scanHost` in a thread of its own. Host keys are judged in this one; the credential crosses over and ends with the thread.
 * Each contact has its own connection to its jump hosts. Rejects with HostFailure only.
 */
export async function scanHostApart(dial: Dial, { script, signal, log, entry }: ScanHostApartOptions): Promise<HostScan> {
  if (signal.aborted) throw new HostFailure('CANCELLED');
  const way = wayOf(dial);
  const worker = new Worker(entry, { name: 'apart' });
  const send = (request: ApartRequest): void => worker.postMessage(request);
  const judge = async (hop: number, key: Extract<ApartReply, { kind: 'host-key' }>['key']): Promise<void> => {
    const verdict = await way[hop]?.verifyHostKey(key).catch(() => 'unknown' as const);
    send({ kind: 'verdict', hop, verdict: verdict ?? 'unknown' });
  };
  const { promise, resolve, reject } = Promise.withResolvers<HostScan>();
  const onAbort = (): void => {
    send({ kind: 'abort' });
    // A thread that computes does not hear: it is ended from outside.
    setTimeout(() => reject(new HostFailure('CANCELLED')), END_MS);
  };
  worker.on('message', (reply: ApartReply) => {
    if (reply.kind === 'host-key') void judge(reply.hop, reply.key);
    else if (reply.kind === 'step') log?.(reply.step, reply.fields);
    else if (reply.kind === 'read') resolve(reply.scan);
    else reject(new HostFailure(reply.error.code, reply.error.params));
  });
  const broken = (cause: unknown): void => reject(new HostFailure('CONNECTION_LOST', { host: dial.host, port: dial.port, phase: 'handshake' }, { cause }));
  worker.on('error', broken).on('exit', broken);
  signal.addEventListener('abort', onAbort, { once: true });
  send({ kind: 'scan', way: way.map(withoutFunctions), script: { command: script.command, stdin: script.stdin, beginMarker: script.beginMarker, endMarker: script.endMarker } });
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
