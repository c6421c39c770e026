import { isIPv4 } from 'node:net';

/** Spaces out new handshakes so that a scan does not look like an attack and no source is penalised. */
export interface Pacer {
  /** How long to wait before the next handshake may begin; the slot is taken. */
  reserve(): number;
}

/** At most this many new handshakes a second when a run names none: two for each host scanned at once, 4 to 40. */
export function defaultPace(concurrency: number): number {
  return Math.min(40, Math.max(4, concurrency * 2));
}

/** One bastion sees all handshakes of the hosts behind it; more would trip what watches it. */
const THROUGH_ONE_BASTION_PER_SECOND = 8;

/**
 * A `perSecond` that is a function is asked at each turn, as the pace may be changed while a run is under way; `nowMs` is a monotonic clock in
 * milliseconds. Unused slots are not saved up: after a lull there is no burst.
 */
export function createPacer(perSecond: number | (() => number), nowMs: () => number): Pacer {
  const rate = typeof perSecond === 'number' ? () => perSecond : perSecond;
  let next = -Infinity;
  return {
    reserve: () => {
      const now = nowMs();
      const slot = Math.max(now, next);
      next = slot + 1000 / rate();
      return slot - now;
    },
  };
}

/** The pace of the source, and within it that of each bastion. `bastion`: the first jump host, undefined for a direct way. */
export function createPace(perSecond: () => number, nowMs: () => number): { reserve(bastion: string | undefined): number } {
  const source = createPacer(perSecond, nowMs);
  const bastions = new Map<string, Pacer>();
  return {
    reserve: (bastion) => {
      const waitMs = source.reserve();
      if (bastion === undefined) return waitMs;
      const pacer = bastions.get(bastion) ?? createPacer(() => Math.min(perSecond(), THROUGH_ONE_BASTION_PER_SECOND), nowMs);
      bastions.set(bastion, pacer);
      return Math.max(waitMs, pacer.reserve());
    },
  };
}

/** Addresses that never leave this machine. */
export function isLoopback(host: string): boolean {
  return host === '::1' || host.toLowerCase() === 'localhost' || (isIPv4(host) && host.startsWith('127.'));
}
