import type { Client, ClientChannel } from 'ssh2';
import { HostFailure } from './host-failure.ts';

export interface RunOptions {
  readonly command: string;
  readonly stdin: string;
  /** Everything beyond is cut and the channel closed. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Done when a line starting with this is complete, whatever the channel does (a stuck child may hold it open for ever). */
  readonly until?: string;
}

export interface RunResult {
  readonly stdout: Buffer;
  /** First 4 kB. */
  readonly stderr: Buffer;
  readonly truncated: boolean;
  readonly timedOut: boolean;
  /** `marker`: `until` was seen; `closed`: the command ended; `lost`: the connection went away under it. */
  readonly ended: 'marker' | 'closed' | 'bytes' | 'timeout' | 'lost';
  readonly exitCode: number | undefined;
}

const STDERR_BYTES = 4096;

/** Looks for `\n<marker>…\n` in a stream, copying only as many bytes as the marker may straddle. */
export class MarkerSearch {
  readonly #marker: Buffer;
  /** Shorter than the marker. */
  #tail = Buffer.from('\n');
  #found = false;

  constructor(marker: string) {
    this.#marker = Buffer.from(`\n${marker}`);
  }

  push(chunk: Buffer): boolean {
    if (this.#found) return chunk.includes(10);
    const straddling = this.#marker.length - 1;
    const seam = Buffer.concat([this.#tail, chunk.subarray(0, straddling)]);
    const inSeam = seam.indexOf(this.#marker);
    const at = inSeam >= 0 ? inSeam - this.#tail.length : chunk.indexOf(this.#marker);
    if (inSeam >= 0 || at >= 0) {
      this.#found = true;
      return chunk.includes(10, at + this.#marker.length);
    }
    const last = chunk.length < straddling ? seam : chunk;
    this.#tail = Buffer.from(last.subarray(Math.max(0, last.length - straddling)));
    return false;
  }
}

/** Rejects with HostFailure: SHELL_RESTRICTED, CONNECTION_LOST. */
export async function openChannel(client: Client, command: string, lost: Promise<never>): Promise<ClientChannel> {
  const opened = new Promise<ClientChannel>((resolve, reject) => {
    client.exec(command, { pty: false, x11: false }, (error, channel) => (error ? reject(new HostFailure('SHELL_RESTRICTED', { reason: 'exec' })) : resolve(channel)));
  });
  try {
    return await Promise.race([opened, lost]);
  } catch (error) {
    // ssh2 throws by itself when the socket went away a moment ago.
    throw error instanceof HostFailure ? error : new HostFailure('CONNECTION_LOST', { phase: 'session' }, { cause: error });
  }
}

export function closeChannel(channel: ClientChannel): void {
  try {
    channel.destroy();
  } catch {
    // The connection is gone already, and the channel with it.
  }
}

/** One exec channel: command, stdin, bounded output. Rejects with HostFailure (SHELL_RESTRICTED, CONNECTION_LOST, CANCELLED). */
export async function runCommand(client: Client, lost: Promise<never>, options: RunOptions): Promise<RunResult> {
  const { signal, maxBytes } = options;
  if (signal.aborted) throw new HostFailure('CANCELLED');
  const channel = await openChannel(client, options.command, lost);
  return await new Promise<RunResult>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let stderr = Buffer.alloc(0);
    let exitCode: number | undefined;
    const search = options.until === undefined ? undefined : new MarkerSearch(options.until);
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      closeChannel(channel);
      act();
    };
    const finish = (ended: RunResult['ended']): void => settle(() => resolve({ stdout: Buffer.concat(chunks), stderr, truncated: ended === 'bytes', timedOut: ended === 'timeout', ended, exitCode }));
    const onAbort = (): void => settle(() => reject(new HostFailure('CANCELLED')));
    const timer = setTimeout(() => finish('timeout'), options.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return onAbort();
    lost.catch(() => finish('lost'));
    channel.on('data', (chunk: Buffer) => {
      const kept = chunk.subarray(0, maxBytes - bytes);
      chunks.push(kept);
      bytes += kept.length;
      if (search?.push(kept)) finish('marker');
      else if (bytes >= maxBytes) finish('bytes');
    });
    channel.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < STDERR_BYTES) stderr = Buffer.concat([stderr, chunk.subarray(0, STDERR_BYTES - stderr.length)]);
    });
    channel.on('exit', (code: number | null) => { exitCode = code ?? undefined; });
    channel.on('error', () => finish('lost'));
    // A connection that goes away closes its channels first: only a channel that closed alone has ended by itself.
    channel.on('close', () => setImmediate(() => finish('closed')));
    channel.end(options.stdin);
  });
}
