import { Worker } from 'node:worker_threads';
import type { EstateReply, EstateRequest } from './estate-message.ts';
import type { Estate } from './start-estate.ts';

export interface EstateThreadOptions {
  readonly seed: number;
  /** 20 … 4717. */
  readonly servers: number;
  /** Where the bundle of `estate-worker.ts` lies: beside the caller's own bundle, as `estate-worker.js`. */
  readonly entry: URL;
}

/** Starts a city in a thread of its own. Rejects with an Error that names the system's code when it cannot listen. */
export async function startEstateThread({ seed, servers, entry }: EstateThreadOptions): Promise<Estate> {
  const worker = new Worker(entry, { name: 'estate' });
  const send = (request: EstateRequest): void => worker.postMessage(request);
  try {
    const ready = awaitReply(worker);
    send({ kind: 'start', seed, servers });
    const reply = await ready;
    if (reply.kind !== 'ready') throw new Error(`The estate did not start: ${reply.kind}`);
    return { ...reply.access, close: () => closeThread(worker, send) };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

async function closeThread(worker: Worker, send: (request: EstateRequest) => void): Promise<void> {
  const closed = awaitReply(worker);
  send({ kind: 'close' });
  try {
    await closed;
  } finally {
    await worker.terminate();
  }
}

/** The next message of the thread; its `failed`, an error or its end reject. */
function awaitReply(worker: Worker): Promise<EstateReply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      act();
    };
    const onMessage = (reply: EstateReply): void => settle(() => (reply.kind === 'failed' ? reject(new Error(`The estate failed: ${reply.reason}`)) : resolve(reply)));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number): void => settle(() => reject(new Error(`The estate's thread ended (${code})`)));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
  });
}
