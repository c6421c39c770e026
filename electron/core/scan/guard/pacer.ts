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

/** `nowMs` is a monotonic clock in milliseconds. Unused slots are not saved up: after a lull there is no burst. */
export function createPacer(perSecond: number, nowMs: () => number): Pacer {
  const intervalMs = 1000 / perSecond;
  let next = -Infinity;
  return {
    reserve: () => {
      const now = nowMs();
      const slot = Math.max(now, next);
      next = slot + intervalMs;
      return slot - now;
    },
  };
}

/** Addresses that never leave this machine. */
export function isLoopback(host: string): boolean {
  return host === '::1' || host.toLowerCase() === 'localhost' || (isIPv4(host) && host.startsWith('127.'));
}
