import { AppError } from '../../../shared/kernel/app-error.ts';
import { clientFrameSchema, type EventFrame, type ReplyFrame } from '../../../shared/contract/envelope.ts';
import type { ServedCore } from '../served-core.ts';

/** A port as the serving side sees it: Electron's MessagePortMain and Node's MessagePort are brought to this shape. */
export interface ServedPort {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

export interface PortServerOptions {
  readonly core: ServedCore;
  /** Told about an error that is no `AppError`; answers the reference under which it was logged. */
  readonly logUnexpected: (error: unknown) => string;
}

function failure(id: number, error: unknown, logUnexpected: PortServerOptions['logUnexpected']): ReplyFrame {
  const payload = error instanceof AppError ? error.toPayload() : { code: 'internal', params: { ref: logUnexpected(error) } };
  return { type: 'reply', id, ok: false, error: { code: payload.code, params: { ...payload.params } } };
}

/** Serves the core on one port until it closes. Closing cancels the calls of this port, never the jobs they started. */
export function servePort(port: ServedPort, { core, logUnexpected }: PortServerOptions): { close: () => void } {
  const running = new Map<number, AbortController>();
  let seq = 0;
  let open = true;
  const send = (frame: ReplyFrame | EventFrame): void => {
    if (open) port.postMessage(frame);
  };
  const answer = async (id: number, method: string, input: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      send({ type: 'reply', id, ok: true, data: await core.dispatch(method, input, { signal: controller.signal }) });
    } catch (error) {
      send(failure(id, error, logUnexpected));
    } finally {
      running.delete(id);
    }
  };
  const unsubscribe = core.subscribe((event) => {
    send({ type: 'event', seq, event });
    seq += 1;
  });
  const end = (): void => {
    if (!open) return;
    open = false;
    unsubscribe();
    for (const controller of running.values()) controller.abort();
  };
  port.onMessage((message) => {
    const frame = clientFrameSchema.safeParse(message).data;
    // A frame that does not fit has no id to answer to; a well-behaved client never sends one.
    if (!frame) return;
    if (frame.type === 'cancel') running.get(frame.id)?.abort();
    else if (!running.has(frame.id)) void answer(frame.id, frame.method, frame.input);
  });
  port.onClose(end);
  return {
    close: () => {
      end();
      port.close();
    },
  };
}
