import type { AddressBook } from './address-book.ts';
import type { Dial } from './dial.ts';
import type { Session } from './session.ts';

export interface JumpLease { readonly session: Session; readonly release: () => void }

/** One connection per bastion, shared by the targets behind it; `close` ends them all. Made by `createJumpPool`. */
export interface JumpPool {
  /** Rejects with HostFailure: BASTION_FAILED (with the hop and its cause), CANCELLED. */
  readonly lease: (dial: Dial, options: OpenOptions) => Promise<JumpLease>;
  readonly close: (atOnce?: boolean) => void;
}

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Shares one connection per bastion between many targets; without it each contact opens its own. */
  readonly jumps?: JumpPool;
  /** Keeps each name's address for as long as the book lives; without it each contact looks names up anew. */
  readonly addresses?: AddressBook;
  /** Steps as they happen; never secrets. */
  readonly log?: (step: 'connected' | 'host-key' | 'ready', fields: Readonly<Record<string, string | number>>) => void;
  /** What the other side's log shows as our software, after `SSH-2.0-`. */
  readonly ident?: string;
}
