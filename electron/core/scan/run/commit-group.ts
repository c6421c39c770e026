/** One recording that becomes final with its group. */
interface Waiting {
  readonly record: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface CommitGroupOptions {
  /** Runs all recordings of a group as one transaction. */
  readonly transaction: (work: () => void) => void;
  /** Runs a heavy step in a turn of its own. */
  readonly lane: { run<Result>(step: () => Result): Promise<Result> };
  /** A full group is written at once; small enough that one group never holds the thread for long. */
  readonly size: number;
  /** How long a recording waits for others. */
  readonly delayMs: number;
}

/**
 * Hosts that end close together share one transaction, because each one waits for the disk. Nothing counts as recorded
 * before the commit of its group.
 */
export class CommitGroup {
  readonly #options: CommitGroupOptions;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CommitGroupOptions) {
    this.#options = options;
  }

  /** Resolves after the commit, rejects when this recording could not be stored. */
  add(record: () => void): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
      if (this.#waiting.length >= this.#options.size) this.flush();
      else this.#timer ??= setTimeout(() => this.flush(), this.#options.delayMs);
    });
  }

  /** Writes what waits without waiting for more. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    void this.#options.lane.run(() => this.#commit(group));
  }

  #commit(group: readonly Waiting[]): void {
    try {
      this.#options.transaction(() => {
        for (const { record } of group) record();
      });
    } catch (error) {
      // One that cannot be stored must not take the others with it.
      if (group.length > 1) for (const one of group) this.#commit([one]);
      else group[0]?.reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }
}
