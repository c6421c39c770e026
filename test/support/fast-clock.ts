import type { DwellPace } from '../../electron/core/campaign/index.ts';

/** A clock that runs `speed` times as fast as the real one, the same in every process that is given the same beginning. */
export function fastClock(startsAt: string, realStartMs: number, speed: number): () => Date {
  const start = Date.parse(startsAt);
  return () => new Date(start + (Date.now() - realStartMs) * speed);
}

/** Dwells on that clock: a sample each ten of its seconds. */
export function fastPace(speed: number, storeEveryMs = 600_000): DwellPace {
  return { intervalMs: 10_000, storeEveryMs, speed };
}
