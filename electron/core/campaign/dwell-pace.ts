/** The rhythm of dwells. Only tests set another one. */
export interface DwellPace {
  /** Between two samples. */
  readonly intervalMs: number;
  /** After this long what came is stored, so that a crash costs no more. */
  readonly storeEveryMs: number;
  /** How many times faster than the clock of the core the timers run; a test's clock may run ahead. */
  readonly speed: number;
}

export const DWELL_PACE: DwellPace = { intervalMs: 10_000, storeEveryMs: 600_000, speed: 1 };
