import { eventFrameSchema } from '../../../shared/contract/envelope.ts';
import { TOPICS, type CoreEvent } from '../../../shared/contract/events.ts';

/** The part of a WebSocket that is needed. */
export interface EventSocket {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  close(): void;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

function frameOf(text: unknown): { seq: number; event: CoreEvent } | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return eventFrameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Events for as long as the page lives. After a gap (lost connection, missing number) everything counts as changed,
 * so no screen can stay behind.
 */
export function openEventStream(connect: () => EventSocket, tell: (event: CoreEvent) => void): { close: () => void } {
  let closed = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: EventSocket | undefined;
  let interrupted = false;

  const open = (): void => {
    let lastSeq: number | undefined;
    let ended = false;
    socket = connect();
    socket.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS;
      if (interrupted) tell({ topic: 'changed', payload: { topics: [...TOPICS] } });
      interrupted = false;
    });
    socket.addEventListener('message', ({ data }) => {
      const frame = frameOf(data);
      if (!frame) return;
      if (lastSeq !== undefined && frame.seq !== lastSeq + 1) tell({ topic: 'changed', payload: { topics: [...TOPICS] } });
      lastSeq = frame.seq;
      tell(frame.event);
    });
    const end = (): void => {
      if (ended || closed) return;
      ended = true;
      interrupted = true;
      timer = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    };
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
  };
  open();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
