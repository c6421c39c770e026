/** Free tries before each further one has to wait. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Makes guessing at the keyboard slow. It does not protect a copied file: that is what the cost of the passphrase is for. */
export class UnlockDelay {
  readonly #nowMs: () => number;
  #failures = 0;
  #openAtMs = -Infinity;

  /** `nowMs` is a monotonic clock. */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Seconds until the next try is taken; 0: now. */
  waitSeconds(): number {
    return Math.max(0, Math.ceil((this.#openAtMs - this.#nowMs()) / 1000));
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures < FREE_TRIES) return;
    this.#openAtMs = this.#nowMs() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - FREE_TRIES));
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openAtMs = -Infinity;
  }
}
