import type { ContactResult } from './contact-target.ts';
import { delay } from './delay.ts';
import { isTransient } from './explain-contact.ts';

export interface ScanQueueOptions<Target> {
  readonly targets: readonly Target[];
  readonly concurrency: number;
  /** Aborted: no new contact begins. Those under way are ended by whoever made `contact`. */
  readonly signal: AbortSignal;
  /** Milliseconds to wait before the handshake with this target. */
  readonly reserveSlot: (target: Target) => number;
  /** Failures that often pass are tried again after the rest of the queue, and not sooner than this. */
  readonly retryAfterMs: number;
  /** A verdict without contact, e.g. from a paused credential. */
  readonly verdictBefore: (target: Target) => ContactResult | undefined;
  readonly contact: (target: Target) => Promise<ContactResult>;
  /** Stores the outcome. A throw stops the queue and is thrown on. */
  readonly settle: (target: Target, result: Exclude<ContactResult, { kind: 'again' }>) => void | Promise<void>;
  readonly onStart: (target: Target) => void;
}

interface Entry<Target> {
  readonly target: Target;
  readonly retried: boolean;
  readonly notBeforeMs: number;
}

/** Works through the targets, `concurrency` at once. Resolves when none is left or under way, or after an abort. */
export async function runScanQueue<Target>(options: ScanQueueOptions<Target>): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const queue = new ForwardQueue<Entry<Target>>(options.targets.map((target) => ({ target, retried: false, notBeforeMs: 0 })));
  let failure: { readonly error: unknown } | undefined;

  const work = async ({ target, retried, notBeforeMs }: Entry<Target>): Promise<void> => {
    const early = options.verdictBefore(target);
    if (early && early.kind !== 'again') return options.settle(target, early);
    await delay(Math.max(options.reserveSlot(target), notBeforeMs - performance.now()), signal);
    if (signal.aborted) return;
    options.onStart(target);
    const result = await options.contact(target);
    const later = { target, notBeforeMs: performance.now() + options.retryAfterMs };
    if (result.kind === 'again') queue.push({ ...later, retried });
    else if (result.kind === 'failed' && isTransient(result.error) && !retried) queue.push({ ...later, retried: true });
    else await options.settle(target, result);
  };
  const worker = async (): Promise<void> => {
    for (let entry = queue.shift(); entry && !signal.aborted; entry = queue.shift()) {
      try {
        await work(entry);
      } catch (error) {
        failure ??= { error };
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, options.targets.length) }, worker));
  if (failure) throw failure.error;
}

/** First in, first out, in constant time for thousands of entries. */
class ForwardQueue<Entry> {
  readonly #entries: Entry[];
  #next = 0;

  constructor(entries: Entry[]) {
    this.#entries = entries;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
  }

  shift(): Entry | undefined {
    const entry = this.#entries[this.#next];
    if (entry) this.#next += 1;
    return entry;
  }
}
