import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import { holdChannel, type HoldOptions, type HoldResult } from './hold-channel.ts';
import { HostFailure } from './host-failure.ts';
import { runCommand, type RunOptions, type RunResult } from './run-command.ts';
import type { ShownHostKey } from './dial.ts';

/** What was agreed, for the record and for the report on weak SSH. */
export interface Handshake {
  /** `SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10` */
  readonly ident: string;
  readonly kex: string;
  readonly hostKeyAlgorithm: string;
  readonly cipher: string;
  readonly mac: string;
  readonly hostKey: ShownHostKey;
  /** From TCP connect to ready. */
  readonly durationMs: number;
}

const CLOSE_GRACE_MS = 1000;
const ADMINISTRATIVELY_PROHIBITED = 1;
const CONNECT_FAILED = 2;
const RESOURCE_SHORTAGE = 4;

export interface ForwardBounds {
  /** A jump host may try for minutes. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Rejects after a time, or when aborted; `end` lets go of both. */
function waitAtMost(timeoutMs: number, signal: AbortSignal, failure: () => HostFailure): { readonly passed: Promise<never>; readonly end: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const onAbort = (): void => reject(new HostFailure('CANCELLED'));
  const timer = setTimeout(() => reject(failure()), timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return { passed: promise, end: () => { clearTimeout(timer); signal.removeEventListener('abort', onAbort); } };
}

/** One authenticated connection. */
export class Session {
  readonly handshake: Handshake;
  readonly #client: Client;
  readonly #lost: Promise<never>;
  readonly #onClose: () => void;
  #open = true;
  #closing = false;

  constructor(client: Client, handshake: Handshake, onClose: () => void) {
    this.handshake = handshake;
    this.#client = client;
    this.#onClose = onClose;
    this.#lost = new Promise<never>((_resolve, reject) => {
      client.once('close', () => {
        this.#open = false;
        reject(new HostFailure('CONNECTION_LOST', { host: handshake.hostKey.host, port: handshake.hostKey.port, phase: 'session' }));
      });
    });
    this.#lost.catch(() => undefined);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  run(options: RunOptions): Promise<RunResult> {
    if (!this.#open) return this.#lost;
    return runCommand(this.#client, this.#lost, options);
  }

  /** One channel that stays open and is spoken with; see `holdChannel`. */
  hold(options: HoldOptions): Promise<HoldResult> {
    if (!this.#open) return this.#lost;
    return holdChannel(this.#client, this.#lost, options);
  }

  /** A TCP stream from the far side, for a bastion. Rejects with HostFailure: UNREACHABLE, BASTION_FAILED, BASTION_LIMIT. */
  async forward(host: string, port: number, { timeoutMs, signal }: ForwardBounds): Promise<Duplex> {
    if (!this.#open) return await this.#lost;
    let late = false;
    const bound = waitAtMost(timeoutMs, signal, () => new HostFailure('UNREACHABLE', { host, port, via: this.#place(), reason: 'timeout', seconds: Math.round(timeoutMs / 1000) }));
    const opened = new Promise<Duplex>((resolve, reject) => {
      this.#client.forwardOut('127.0.0.1', 0, host, port, (error, stream) => {
        if (!error) return late ? void stream.destroy() : resolve(stream);
        const reason = 'reason' in error ? error.reason : undefined;
        const via = this.#place();
        if (reason === CONNECT_FAILED) return reject(new HostFailure('UNREACHABLE', { host, port, via }));
        if (reason === RESOURCE_SHORTAGE) return reject(new HostFailure('BASTION_LIMIT', { host, port, via }));
        reject(new HostFailure('BASTION_FAILED', { host, port, via, cause: reason === ADMINISTRATIVELY_PROHIBITED ? 'forwarding' : 'channel' }));
      });
    });
    try {
      return await Promise.race([opened, this.#lost, bound.passed]);
    } catch (error) {
      late = true;
      // ssh2 throws by itself when the socket went away a moment ago.
      throw error instanceof HostFailure ? error : new HostFailure('BASTION_FAILED', { host, port, via: this.#place(), cause: 'CONNECTION_LOST' }, { cause: error });
    } finally {
      bound.end();
    }
  }

  #place(): string {
    const { host, port } = this.handshake.hostKey;
    return `${host}:${port}`;
  }

  /** Says goodbye, and cuts the line when the other side does not let go, or at once when there is no time. */
  close(atOnce = false): void {
    if (atOnce) this.#client.destroy();
    if (this.#closing) return;
    this.#closing = true;
    if (this.#open) {
      this.#open = false;
      try {
        this.#client.end();
      } catch {
        // Nobody is left to say goodbye to.
        this.#client.destroy();
      }
      const timer = setTimeout(() => this.#client.destroy(), CLOSE_GRACE_MS);
      timer.unref();
      this.#client.once('close', () => clearTimeout(timer));
    }
    this.#onClose();
  }
}
