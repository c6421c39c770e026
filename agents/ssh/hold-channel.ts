import type { Client } from 'ssh2';
import { HostFailure } from './host-failure.ts';
import { closeChannel, openChannel } from './run-command.ts';

export interface HoldOptions {
  readonly command: string;
  /** Sent first; stdin stays open after it. */
  readonly stdin: string;
  readonly signal: AbortSignal;
  /** The channel is cut after this long, whatever the other side does. */
  readonly timeoutMs: number;
  /** Each piece as it comes; what it needs of the channel is handed to it. */
  readonly onData: (chunk: Buffer, channel: HeldChannel) => void;
}

export interface HeldChannel {
  readonly write: (text: string) => void;
  /** Closes the channel: the command on the other side sees the end of its stdin. */
  readonly end: () => void;
}

export interface HoldResult {
  /** `ended`: by this side's `end`; `closed`: the command ended; `lost`: the connection went away under it. */
  readonly ended: 'ended' | 'closed' | 'timeout' | 'lost';
  /** First 4 kB. */
  readonly stderr: Buffer;
  readonly exitCode: number | undefined;
}

const STDERR_BYTES = 4096;

/** One exec channel that stays open and is spoken with. Keeps nothing of what it reads. Rejects with HostFailure (SHELL_RESTRICTED, CONNECTION_LOST, CANCELLED). */
export async function holdChannel(client: Client, lost: Promise<never>, options: HoldOptions): Promise<HoldResult> {
  const { signal } = options;
  if (signal.aborted) throw new HostFailure('CANCELLED');
  const channel = await openChannel(client, options.command, lost);
  return await new Promise<HoldResult>((resolve, reject) => {
    let stderr = Buffer.alloc(0);
    let exitCode: number | undefined;
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      closeChannel(channel);
      act();
    };
    const finish = (ended: HoldResult['ended']): void => settle(() => resolve({ ended, stderr, exitCode }));
    const onAbort = (): void => settle(() => reject(new HostFailure('CANCELLED')));
    const timer = setTimeout(() => finish('timeout'), options.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return onAbort();
    lost.catch(() => finish('lost'));
    const held: HeldChannel = { write: (text) => { if (!settled && channel.writable) channel.write(text); }, end: () => finish('ended') };
    channel.on('data', (chunk: Buffer) => { if (!settled) options.onData(chunk, held); });
    channel.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < STDERR_BYTES) stderr = Buffer.concat([stderr, chunk.subarray(0, STDERR_BYTES - stderr.length)]);
    });
    channel.on('exit', (code: number | null) => { exitCode = code ?? undefined; });
    channel.on('error', () => finish('lost'));
    channel.on('close', () => finish('closed'));
    channel.write(options.stdin);
  });
}
