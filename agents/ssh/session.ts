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
  async forward(host: string, port: number): Promise<Duplex> {
    if (!this.#open) return await this.#lost;
    const opened = new Promise<Duplex>((resolve, reject) => {
      this.#client.forwardOut('127.0.0.1', 0, host, port, (error, stream) => {
        if (!error) return resolve(stream);
        const reason = 'reason' in error ? error.reason : undefined;
        const { host: bastion, port: bastionPort } = this.handshake.hostKey;
        const via = `${bastion}:${bastionPort}`;
        if (reason === CONNECT_FAILED) return reject(new HostFailure('UNREACHABLE', { host, port, via }));
        if (reason === RESOURCE_SHORTAGE) return reject(new HostFailure('BASTION_LIMIT', { host, port, via }));
        reject(new HostFailure('BASTION_FAILED', { host, port, via, cause: reason === ADMINISTRATIVELY_PROHIBITED ? 'forwarding' : 'channel' }));
      });
    });
    try {
      return await Promise.race([opened, this.#lost]);
    } catch (error) {
      // ssh2 throws by itself when the socket went away a moment ago.
      throw error instanceof HostFailure ? error : new HostFailure('BASTION_FAILED', { host, port, via: `${this.handshake.hostKey.host}:${this.handshake.hostKey.port}`, cause: 'CONNECTION_LOST' }, { cause: error });
    }
  }

  /** Says goodbye, and cuts the line when the other side does not let go. A second call does nothing. */
  close(): void {
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
