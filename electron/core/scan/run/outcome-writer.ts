import type { ScanRunId, ScanTargetId } from '../../../../shared/kernel/ids.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { recordFailedHost } from '../../inventory/index.ts';
import { standsForMachine } from './explain-contact.ts';
import { finishTarget, markRunning, type TargetOutcome } from './store.ts';

export interface OutcomeWriterOptions {
  readonly database: ProjectDatabase;
  readonly runId: ScanRunId;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Hears of a write that failed on the timer. */
  readonly onError: (error: unknown) => void;
}

const MAX_WAITING = 200;
const MAX_DELAY_MS = 300;

/**
 * Collects what need not be on disk at once (who is running, who failed) and writes it together: each transaction
 * waits for the disk, and thousands of refused connections would wait thousands of times. Facts never wait here.
 */
export class OutcomeWriter {
  readonly #options: OutcomeWriterOptions;
  #started: ScanTargetId[] = [];
  #outcomes: TargetOutcome[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: OutcomeWriterOptions) {
    this.#options = options;
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
    const { database, now } = this.#options;
    database.note(() => {
      markRunning(database, this.#started, now().toISOString());
      for (const outcome of this.#outcomes) this.#write(outcome);
      work();
    });
    this.#started = [];
    this.#outcomes = [];
  }

  #write({ lost, ...outcome }: TargetOutcome): void {
    const { database, runId, newId } = this.#options;
    const errorCode = outcome.errors[0]?.code;
    const isServer = lost !== undefined && errorCode !== undefined && (lost.serverId !== undefined || standsForMachine(lost.target, errorCode));
    const serverId = isServer ? recordFailedHost(database, { ...lost, errorCode, runId, at: outcome.finishedAt, newId }) : outcome.serverId;
    finishTarget(database, { ...outcome, serverId });
  }

  #schedule(): void {
    if (this.#started.length + this.#outcomes.length >= MAX_WAITING) this.flush();
    else this.#timer ??= setTimeout(() => this.#flushOnTimer(), MAX_DELAY_MS);
  }

  #flushOnTimer(): void {
    try {
      this.flush();
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** Stops the timer without writing, when the disk takes no more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#started = [];
    this.#outcomes = [];
  }
}
