import { isIP, Socket } from 'node:net';
import { createAddressBook, type AddressBook } from './address-book.ts';
import { HostFailure } from './host-failure.ts';

function onAbort(signal: AbortSignal, act: () => void): () => void {
  signal.addEventListener('abort', act, { once: true });
  return () => signal.removeEventListener('abort', act);
}

/** One address for the whole contact: a name that changes mid-run must not lead two connections to two machines. */
async function resolveName(host: string, timeoutMs: number, signal: AbortSignal, addresses: AddressBook): Promise<string> {
  const plain = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(plain.split('%')[0] ?? '') !== 0) return plain;
  let stop = (): void => {};
  const bound = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new HostFailure('DNS_FAIL', { host, reason: 'timeout' })), timeoutMs);
    const forget = onAbort(signal, () => reject(new HostFailure('CANCELLED')));
    stop = () => { clearTimeout(timer); forget(); };
  });
  try {
    return await Promise.race([addresses.addressOf(plain), bound]);
  } catch (error) {
    if (error instanceof HostFailure) throw error;
    throw new HostFailure('DNS_FAIL', { host, reason: errorCode(error) });
  } finally {
    stop();
  }
}

/** `ECONNRESET` and the like; `unknown` when the error names none. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** This machine has no file or port to spare: says nothing about the host. Other contacts give theirs back in a moment. */
const SHORT_HERE = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'EADDRNOTAVAIL']);
const SHORT_RETRY_MS = 100;

/**
 * A TCP connection with Nagle off. Rejects with HostFailure: DNS_FAIL, REFUSED, RESET_BEFORE_BANNER, UNREACHABLE, CANCELLED.
 * `timeoutMs` bounds the lookup and the connect, each; a connect that this machine is short of means for waits within it.
 */
export async function connectSocket(host: string, port: number, timeoutMs: number, signal: AbortSignal, addresses: AddressBook = createAddressBook()): Promise<Socket> {
  if (signal.aborted) throw new HostFailure('CANCELLED');
  const address = await resolveName(host, timeoutMs, signal, addresses);
  return await connectTo({ host, port, address }, timeoutMs, signal);
}

async function connectTo({ host, port, address }: { readonly host: string; readonly port: number; readonly address: string }, timeoutMs: number, signal: AbortSignal): Promise<Socket> {
  return await new Promise<Socket>((resolve, reject) => {
    let socket = new Socket();
    let again: NodeJS.Timeout | undefined;
    let ended = false;
    const finish = (act: () => void): void => {
      ended = true;
      clearTimeout(timer);
      clearTimeout(again);
      forget();
      socket.off('error', onError);
      act();
    };
    const fail = (failure: HostFailure): void => finish(() => {
      socket.on('error', () => undefined);
      socket.destroy();
      reject(failure);
    });
    const onError = (error: Error): void => {
      const code = errorCode(error);
      if (SHORT_HERE.has(code)) again = setTimeout(attempt, SHORT_RETRY_MS);
      else if (code === 'ECONNREFUSED') fail(new HostFailure('REFUSED', { host, port }));
      else if (code === 'ECONNRESET') fail(new HostFailure('RESET_BEFORE_BANNER', { host, port }));
      else fail(new HostFailure('UNREACHABLE', { host, port, reason: code }));
    };
    const attempt = (): void => {
      if (ended) return;
      socket = new Socket();
      socket.setNoDelay(true);
      socket.once('error', onError);
      socket.connect({ host: address, port }, () => finish(() => resolve(socket)));
    };
    const timer = setTimeout(() => fail(new HostFailure('UNREACHABLE', { host, port, reason: 'timeout', seconds: Math.round(timeoutMs / 1000) })), timeoutMs);
    const forget = onAbort(signal, () => fail(new HostFailure('CANCELLED')));
    attempt();
  });
}
