import { LONGEST_SILENCE, SilenceWatch, type SilenceQuestion } from '../guard/silence-watch.ts';

/** Failures kept back while it is open whether the hosts or the network fell silent: one answer writes them, a question drops them. */
export class SilentHosts {
  readonly #watch: SilenceWatch;
  #waiting: (() => void)[] = [];
  #asked = false;

  constructor(hosts: number) {
    this.#watch = new SilenceWatch(hosts);
  }

  answered(): void {
    this.#watch.answered();
    this.flush();
  }

  /** `write` stores the failure, now or later or, once the run has stopped to ask, never: its host waits like the others. */
  silent(write: () => void, known: boolean): SilenceQuestion | undefined {
    if (this.#asked) return undefined;
    const question = this.#watch.silent(known);
    this.#waiting.push(write);
    if (question) {
      this.#asked = true;
      this.#waiting = [];
    } else if (this.#waiting.length >= LONGEST_SILENCE) this.flush();
    return question;
  }

  /** Writes what was kept back. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const write of waiting) write();
  }
}
