import type { JobProgress } from '../../../../shared/model/job.ts';
import { estimateEnd, type ProgressPoint } from '../../jobs/index.ts';

const WINDOW_MS = 30_000;
const POINT_EVERY_MS = 250;

/** Counts finished hosts and tells pace and end from the last half minute. */
export class ScanProgress {
  readonly #total: number;
  readonly #nowMs: () => number;
  #done: number;
  #points: ProgressPoint[] = [];

  /** `done`: hosts finished before this attempt; they count for the fraction, not for the pace. */
  constructor(total: number, done: number, nowMs: () => number) {
    this.#total = total;
    this.#done = done;
    this.#nowMs = nowMs;
    this.#points.push({ atMs: nowMs(), done });
  }

  finishedOne(): void {
    this.#done += 1;
    const atMs = this.#nowMs();
    const last = this.#points.at(-1);
    if (last && atMs - last.atMs < POINT_EVERY_MS) return;
    this.#points = [...this.#points.filter((point) => atMs - point.atMs <= WINDOW_MS), { atMs, done: this.#done }];
  }

  show(phase: string, current: string | null): JobProgress {
    const fraction = this.#total === 0 ? 1 : Math.min(1, this.#done / this.#total);
    return { phase, fraction, done: this.#done, total: this.#total, current, ...estimateEnd(this.#points, this.#total) };
  }
}
