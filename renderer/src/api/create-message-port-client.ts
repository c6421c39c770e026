import { AppError, errorFromPayload } from '../../../shared/kernel/app-error.ts';
import { errorPayloadSchema } from '../../../shared/contract/error-payload.ts';
import { CONTRACT_VERSION, eventFrameSchema, replyFrameSchema, type RequestFrame } from '../../../shared/contract/envelope.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';

/** The part of a MessagePort that is needed; the DOM's and Node's both fit. */
export interface ClientPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

interface PendingCall {
  readonly settle: (outcome: { data: unknown } | { error: Error }) => void;
}

/** Speaks the frames of shared/contract/envelope over a port whose other end serves the core. */
export function createMessagePortClient(port: ClientPort): Client {
  const pending = new Map<number, PendingCall>();
  const listeners = new Set<(event: CoreEvent) => void>();
  let lastId = 0;
  let closed = false;

  const disconnect = (): void => {
    closed = true;
    for (const call of pending.values()) call.settle({ error: new AppError('request.disconnected') });
  };
  const receive = (message: unknown): void => {
    const reply = replyFrameSchema.safeParse(message);
    if (reply.success) {
      const { data: frame } = reply;
      pending.get(frame.id)?.settle(frame.ok ? { data: frame.data } : { error: errorFromPayload(errorPayloadSchema.safeParse(frame.error).data ?? { code: 'internal' }) });
      return;
    }
    const told = eventFrameSchema.safeParse(message);
    if (told.success) for (const listener of listeners) listener(told.data.event);
  };
  port.addEventListener('message', (event) => receive(event.data));
  port.addEventListener('close', disconnect);
  port.start();

  return {
    call: (method, input, { signal } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new AppError('request.disconnected'));
        if (signal?.aborted) return reject(new AppError('request.cancelled'));
        const id = (lastId += 1);
        const settle: PendingCall['settle'] = (outcome) => {
          pending.delete(id);
          signal?.removeEventListener('abort', cancel);
          if ('error' in outcome) reject(outcome.error);
          // The serving side validated it against this very contract.
          else resolve(outcome.data as OutputOf<typeof method>);
        };
        const cancel = (): void => {
          port.postMessage({ type: 'cancel', id });
          settle({ error: new AppError('request.cancelled') });
        };
        pending.set(id, { settle });
        signal?.addEventListener('abort', cancel, { once: true });
        port.postMessage({ type: 'request', v: CONTRACT_VERSION, id, method, input } satisfies RequestFrame);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      disconnect();
      port.close();
    },
  };
}
