import type { ScanTargetId } from '../../../../shared/kernel/ids.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { updateFailedContact } from '../../inventory/index.ts';
import { finishTarget, markRunning, type TargetOutcome } from './store.ts';

const MAX_WAITING = 200;
const MAX_DELAY_MS = 300;

/**
 * Collects what need not be on disk at once (who is running, who failed) and writes it together: each transaction
 * waits for the disk, and thousands of refused connections would wait thousands of times. Facts never wait here.
 */
export class OutcomeWriter {
  readonly #database: ProjectDatabase;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  #started: ScanTargetId[] = [];
  #outcomes: TargetOutcome[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `onError` hears of a write that failed on the timer. */
  constructor(database: ProjectDatabase, now: () => Date, onError: (error: unknown) => void) {
    this.#database = database;
    this.#now = now;
    this.#onError = onError;
  }

  started(targetId: ScanTargetId): void {
    this.#started.push(targetId);
    this.#schedule();
  }

  finished(outcome: TargetOutcome): void {
    this.#outcomes.push(outcome);
    this.#schedule();
  }

  /** Writes what waits. What could not be written waits on. */
  flush(): void {
    if (this.#started.length + this.#outcomes.length > 0) this.flushWith(() => undefined);
  }

  /** Writes what waits and what `work` writes in one transaction. */
  flushWith(work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#database.note(() => {
      markRunning(this.#database, this.#started, this.#now().toISOString());
      for (const outcome of this.#outcomes) {
        finishTarget(this.#database, outcome);
        if (outcome.lostServerId !== undefined) updateFailedContact(this.#database, outcome.lostServerId, outcome.errors[0]?.code ?? '');
      }
      work();
    });
    this.#started = [];
    this.#outcomes = [];
  }

  #schedule(): void {
    if (this.#started.length + this.#outcomes.length >= MAX_WAITING) this.flush();
    else this.#timer ??= setTimeout(() => this.#flushOnTimer(), MAX_DELAY_MS);
  }

  #flushOnTimer(): void {
    try {
      this.flush();
    } catch (error) {
      this.#onError(error);
    }
  }

  /** Stops the timer without writing, when the disk takes no more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#started = [];
    this.#outcomes = [];
  }
}
