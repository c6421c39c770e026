import type { QuietWindow } from '../../../../shared/model/scan.ts';
import { quietForMs } from '../guard/quiet-hours.ts';

export interface SteeringChoice {
  readonly concurrency?: number | undefined;
  readonly handshakesPerSecond?: number | undefined;
  /** Departments whose hosts wait; replaces the former list. */
  readonly heldDepartments?: readonly string[] | undefined;
}

export interface ScanControlsOptions {
  readonly concurrency: number;
  readonly handshakesPerSecond: number;
  readonly heldDepartments: readonly string[];
  /** Asked each time: the hours may be changed while the run waits. */
  readonly quietHours: () => readonly QuietWindow[];
  readonly now: () => Date;
}

/** Timers are not exact, and the wall clock may be set: the hours are looked at anew at least this often. */
const LOOK_AGAIN_MS = 60_000;

/** What can be changed while a run is under way, and the hours in which it waits by itself. */
export class ScanControls {
  readonly #now: () => Date;
  readonly #quietHours: () => readonly QuietWindow[];
  readonly #listeners = new Set<() => void>();
  #concurrency: number;
  #handshakesPerSecond: number;
  #held: ReadonlySet<string>;
  #timer: NodeJS.Timeout | undefined;

  constructor({ concurrency, handshakesPerSecond, heldDepartments, quietHours, now }: ScanControlsOptions) {
    this.#concurrency = concurrency;
    this.#handshakesPerSecond = handshakesPerSecond;
    this.#held = new Set(heldDepartments);
    this.#quietHours = quietHours;
    this.#now = now;
  }

  get concurrency(): number {
    return this.#concurrency;
  }

  get handshakesPerSecond(): number {
    return this.#handshakesPerSecond;
  }

  get heldDepartments(): string[] {
    return [...this.#held];
  }

  isHeld(departmentName: string | null): boolean {
    return departmentName !== null && this.#held.has(departmentName);
  }

  /** When scanning is allowed again; undefined when it is now. */
  quietUntil(): Date | undefined {
    const waitMs = quietForMs(this.#now(), this.#quietHours());
    return waitMs > 0 ? new Date(this.#now().getTime() + waitMs) : undefined;
  }

  /** Asked before each contact. While the answer is yes the listeners are called again when it may have changed. */
  isQuiet(): boolean {
    const waitMs = quietForMs(this.#now(), this.#quietHours());
    if (waitMs > 0 && this.#listeners.size > 0) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#tell(), Math.min(waitMs, LOOK_AGAIN_MS));
    }
    return waitMs > 0;
  }

  steer({ concurrency, handshakesPerSecond, heldDepartments }: SteeringChoice): void {
    this.#concurrency = concurrency ?? this.#concurrency;
    this.#handshakesPerSecond = handshakesPerSecond ?? this.#handshakesPerSecond;
    if (heldDepartments) this.#held = new Set(heldDepartments);
    this.#tell();
  }

  onSteered(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
