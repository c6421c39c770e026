import type { HostKeyVerdict, ShownHostKey } from '../../../../agents/ssh/dial.ts';
import type { AuthGate } from '../guard/auth-gate.ts';
import type { LoginAttempt, LoginOutcome } from '../guard/auth-guard.ts';
import type { HostKeyBook } from '../host-keys/host-key-book.ts';
import type { HostKeyDecision } from '../host-keys/decide-host-key.ts';

export interface LoginWatchOptions {
  readonly attempt: LoginAttempt;
  /** The jump hosts before this one; the key book keeps keys by the way. */
  readonly path: string;
  readonly gate: AuthGate;
  readonly book: Pick<HostKeyBook, 'judge'>;
  readonly signal: AbortSignal;
  /** How long an open connection may wait for its turn to log in; servers cut idle ones. */
  readonly turnMs: number;
  /** Called just before a password leaves, and again once it is known that the account is none the worse. */
  readonly passwordTries: { readonly begun: (attempt: LoginAttempt) => void; readonly harmless: (attempt: LoginAttempt) => void };
}

/** Follows one login from the shown host key to its verdict, and keeps the lockout guard informed. */
export class LoginWatch {
  readonly #options: LoginWatchOptions;
  #pending = false;
  #decision: HostKeyDecision | undefined;
  #refusal: 'paused' | 'tooSoon' | 'noTurn' | undefined;

  constructor(options: LoginWatchOptions) {
    this.#options = options;
  }

  /** What was decided about the host's key; undefined before it was shown. */
  get decision(): HostKeyDecision | undefined {
    return this.#decision;
  }

  /** Why the guard let no login happen; undefined when it did not interfere. */
  get refusal(): 'paused' | 'tooSoon' | 'noTurn' | undefined {
    return this.#refusal;
  }

  /** True while a login is under way whose verdict is not known yet. */
  get isPending(): boolean {
    return this.#pending;
  }

  /** The verifier of a dial: the key first, then the guard; only `accept` lets a credential out. */
  readonly verify = async (key: ShownHostKey): Promise<HostKeyVerdict> => {
    const { attempt, path, book, gate, signal, turnMs, passwordTries } = this.#options;
    this.#decision = book.judge(key, path, attempt.kind);
    if (this.#decision.verdict !== 'accept') return this.#decision.verdict;
    const admission = await gate.admit(attempt, AbortSignal.any([signal, AbortSignal.timeout(turnMs)]));
    if (admission !== 'go') {
      this.#refusal = admission === 'aborted' ? 'noTurn' : admission;
      return 'unknown';
    }
    this.#pending = true;
    if (attempt.kind === 'password') passwordTries.begun(attempt);
    return 'accept';
  };

  /** Tells the guard the verdict; later calls are ignored. */
  settle(outcome: LoginOutcome, harmless = outcome === 'accepted'): void {
    if (!this.#pending) return;
    this.#pending = false;
    const { attempt, gate, passwordTries } = this.#options;
    if (attempt.kind === 'password' && harmless) passwordTries.harmless(attempt);
    gate.settle(attempt, outcome);
  }
}
