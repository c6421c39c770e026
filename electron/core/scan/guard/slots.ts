import type { CancelSignal } from '../../../../shared/kernel/cancel-signal.ts';

/** Most tunnels opened through one jump host at once: below OpenSSH's MaxSessions 10 and MaxStartups 10:30:100. */
export const SLOTS_PER_JUMP_HOST = 8;

/** A counted gate, first come first served. */
export interface Slots {
  /** Resolves with the function that gives the slot back, or undefined when `signal` was aborted first. */
  take(signal: CancelSignal): Promise<(() => void) | undefined>;
}

export function createSlots(limit: number): Slots {
  let free = limit;
  const waiting: (() => void)[] = [];
  const release = (): void => {
    const next = waiting.shift();
    // A slot passes straight to the next in line, so nobody can slip in between.
    if (next) next();
    else free += 1;
  };
  const oneTimeRelease = (): (() => void) => {
    let held = true;
    return () => {
      if (held) release();
      held = false;
    };
  };
  const queue = (signal: CancelSignal): Promise<boolean> => new Promise((resolve) => {
    const grant = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = (): void => {
      waiting.splice(waiting.indexOf(grant), 1);
      resolve(false);
    };
    waiting.push(grant);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  return {
    take: async (signal) => {
      if (signal.aborted) return undefined;
      if (free > 0) free -= 1;
      else if (!(await queue(signal))) return undefined;
      return oneTimeRelease();
    },
  };
}
