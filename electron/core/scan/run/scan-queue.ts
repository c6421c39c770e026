import { createCongestion, signOf } from '../guard/congestion.ts';
import { planRetry } from '../guard/retry-plan.ts';
import type { ContactResult } from './contact-target.ts';
import { delay } from './delay.ts';
import { ForwardQueue } from './forward-queue.ts';

export type Lane = 'first' | 'slow';

/** What may change while a run is under way; read anew before each contact. */
export interface QueueSteering<Target> {
  readonly concurrency: () => number;
  /** No contact begins for now, and the queue waits for the end of it. */
  readonly isQuiet: () => boolean;
  /** This one waits until it is let go. */
  readonly isHeld: (target: Target) => boolean;
  /** Tells of each change; the returned function ends that. */
  readonly onSteered: (listener: () => void) => () => void;
}

export interface ScanQueueOptions<Target> {
  readonly targets: readonly Target[];
  readonly steering: QueueSteering<Target>;
  /** Aborted: no new contact begins. Those under way are ended by whoever made `contact`. */
  readonly signal: AbortSignal;
  /** Milliseconds to wait before the handshake with this target. */
  readonly reserveSlot: (target: Target) => number;
  /** What it takes to get there: those that go through one jump host share its limits. */
  readonly wayOf: (target: Target) => string;
  /** One of a listed block, where there may be no machine. */
  readonly isFromBlock: (target: Target) => boolean;
  /** A host that got no turn to log in is asked again after this. */
  readonly turnAfterMs: number;
  /** A verdict without contact, e.g. from a paused credential. */
  readonly verdictBefore: (target: Target) => ContactResult | undefined;
  readonly contact: (target: Target, lane: Lane) => Promise<ContactResult>;
  /** Stores the outcome. A throw stops the queue and is thrown on. */
  readonly settle: (target: Target, result: Exclude<ContactResult, { kind: 'again' }>) => void | Promise<void>;
  readonly onStart: (target: Target) => void;
}

interface Entry<Target> {
  readonly target: Target;
  /** Contacts made so far. */
  readonly tries: number;
  readonly lane: Lane;
}
interface Later<Target> {
  readonly entry: Entry<Target>;
  readonly notBeforeMs: number;
}

/** Contacts that mostly wait for an answer cost nothing: the slow lane is wider than the run. */
const SLOW_LANE_CONCURRENCY = 64;

/** Works through the targets. Ends `held` when all that is left waits to be let go, else `done`. */
export function runScanQueue<Target>(options: ScanQueueOptions<Target>): Promise<'done' | 'held'> {
  return new ScanQueue(options).run();
}

class ScanQueue<Target> {
  readonly #options: ScanQueueOptions<Target>;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #congestion = createCongestion();
  readonly #ready: ForwardQueue<Entry<Target>>;
  readonly #slow = new ForwardQueue<Entry<Target>>([]);
  readonly #crowded = new Map<string, Entry<Target>[]>();
  readonly #ended = Promise.withResolvers<'done' | 'held'>();
  #later: Later<Target>[] = [];
  #held: Entry<Target>[] = [];
  #underWay = 0;
  #failure: { readonly error: unknown } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ScanQueueOptions<Target>) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#ready = new ForwardQueue(options.targets.map((target) => ({ target, tries: 0, lane: 'first' })));
  }

  async run(): Promise<'done' | 'held'> {
    const pump = (): void => this.#pump();
    const forget = this.#options.steering.onSteered(() => this.#letGo());
    this.#signal.addEventListener('abort', pump, { once: true });
    pump();
    try {
      return await this.#ended.promise;
    } finally {
      clearTimeout(this.#timer);
      this.#signal.removeEventListener('abort', pump);
      forget();
    }
  }

  #letGo(): void {
    const held = this.#held;
    this.#held = [];
    for (const entry of held) this.#ready.push(entry);
    this.#pump();
  }

  /** Begins what may begin now, and sees whether there is anything left to wait for. */
  #pump(): void {
    if (!this.#signal.aborted && !this.#options.steering.isQuiet()) {
      this.#wakeLater();
      while (this.#underWay < this.#limit()) {
        const entry = this.#next();
        if (!entry) break;
        void this.#start(entry);
      }
    }
    if (this.#underWay > 0) return;
    if (this.#failure) this.#ended.reject(this.#failure.error);
    else if (this.#signal.aborted || !this.#isWaiting()) this.#ended.resolve(this.#held.length > 0 ? 'held' : 'done');
  }

  /** The slow lane is open only when everything else is done. */
  #isSlowLaneOpen(): boolean {
    return this.#ready.length === 0 && this.#later.length === 0;
  }

  #isWaiting(): boolean {
    return this.#ready.length > 0 || this.#slow.length > 0 || this.#later.length > 0 || (this.#held.length > 0 && this.#options.steering.isQuiet());
  }

  #limit(): number {
    const concurrency = this.#options.steering.concurrency();
    return this.#isSlowLaneOpen() && this.#slow.length > 0 ? Math.max(concurrency, SLOW_LANE_CONCURRENCY) : concurrency;
  }

  /** The first one that is neither held nor on a way that is crowded. */
  #next(): Entry<Target> | undefined {
    for (;;) {
      const entry = this.#ready.shift() ?? (this.#isSlowLaneOpen() ? this.#slow.shift() : undefined);
      if (!entry) return undefined;
      const way = this.#options.wayOf(entry.target);
      if (this.#options.steering.isHeld(entry.target)) this.#held.push(entry);
      else if (this.#congestion.mayStart(way)) return entry;
      else this.#park(way, entry);
    }
  }

  #park(way: string, entry: Entry<Target>): void {
    const waiting = this.#crowded.get(way) ?? [];
    this.#crowded.set(way, waiting);
    waiting.push(entry);
  }

  #wakeLater(): void {
    const nowMs = performance.now();
    for (const { entry, notBeforeMs } of this.#later) if (notBeforeMs <= nowMs) this.#ready.push(entry);
    this.#later = this.#later.filter(({ notBeforeMs }) => notBeforeMs > nowMs);
    clearTimeout(this.#timer);
    const soonest = Math.min(...this.#later.map(({ notBeforeMs }) => notBeforeMs));
    if (soonest !== Infinity) this.#timer = setTimeout(() => this.#pump(), Math.ceil(soonest - nowMs));
  }

  async #start(entry: Entry<Target>): Promise<void> {
    const way = this.#options.wayOf(entry.target);
    this.#underWay += 1;
    this.#congestion.started(way);
    let result: ContactResult | undefined;
    try {
      result = await this.#contact(entry);
    } catch (error) {
      this.#failure ??= { error };
      this.#stop.abort();
    }
    this.#underWay -= 1;
    this.#congestion.ended(way, result === undefined || result.kind === 'again' || result.kind === 'cancelled' ? 'none' : signOf(result.kind === 'read' ? undefined : result.error));
    this.#uncrowd(way);
    this.#pump();
  }

  /** As many as the way bears again go first: they have waited longest. */
  #uncrowd(way: string): void {
    const waiting = this.#crowded.get(way);
    if (!waiting) return;
    this.#crowded.delete(way);
    for (const entry of waiting.reverse()) this.#ready.pushFront(entry);
  }

  async #contact(entry: Entry<Target>): Promise<ContactResult | undefined> {
    const { target, lane } = entry;
    const { verdictBefore, settle, reserveSlot, onStart, contact, isFromBlock, turnAfterMs } = this.#options;
    const early = verdictBefore(target);
    if (early && early.kind !== 'again') {
      await settle(target, early);
      return undefined;
    }
    await delay(reserveSlot(target), this.#signal);
    if (this.#signal.aborted) return undefined;
    onStart(target);
    const result = await contact(target, lane);
    const tries = entry.tries + 1;
    const retry = result.kind === 'failed' ? planRetry(result.error, tries, isFromBlock(target)) : undefined;
    if (result.kind === 'again') this.#postpone(entry, turnAfterMs);
    else if (retry?.lane === 'slow') this.#slow.push({ target, tries, lane: 'slow' });
    else if (retry) this.#postpone({ target, tries, lane }, retry.afterMs);
    else await settle(target, result);
    return result;
  }

  #postpone(entry: Entry<Target>, afterMs: number): void {
    this.#later.push({ entry, notBeforeMs: performance.now() + afterMs });
  }
}
