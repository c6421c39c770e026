import { LONGEST_SILENCE, SilenceWatch, type SilenceQuestion } from '../guard/silence-watch.ts';

/** Failures kept back while it is open whether the hosts or the network fell silent: one answer writes them, a question drops them. */
export class SilentHosts {
  readonly #watch: SilenceWatch;
  #waiting: (() => void)[] = [];
  #counted = 0;
  #answeredAtMs = -Infinity;
  #asked = false;

  constructor(hosts: number) {
    this.#watch = new SilenceWatch(hosts);
  }

  /** `nowMs`: of a monotonic clock. */
  answered(nowMs: number): void {
    this.#answeredAtMs = nowMs;
    this.#watch.answered();
    this.flush();
  }

  /**
   * `write` stores the failure, now or later or, once the run has stopped to ask, never: its host waits like the others. A host that was
   * first asked at `begunMs`, before the last answer, was silent while the network was there: it is no sign of a lost one, and
   * silent hosts, which take longest, stand in a row at the end of every large run.
   */
  silent(write: () => void, known: boolean, begunMs: number): SilenceQuestion | undefined {
    if (this.#asked) return undefined;
    if (begunMs < this.#answeredAtMs) {
      this.#waiting.push(write);
      return undefined;
    }
    this.#counted += 1;
    const question = this.#watch.silent(known);
    this.#waiting.push(write);
    if (question) {
      this.#asked = true;
      this.#waiting = [];
    } else if (this.#counted >= LONGEST_SILENCE) this.flush();
    return question;
  }

  /** Writes what was kept back. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#counted = 0;
    for (const write of waiting) write();
  }
}
