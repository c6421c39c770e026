/** A source of repeatable numbers: same seed, same sequence, in every shell. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [min, max], both ends included. */
  integer(min: number, max: number): number;
  /** One element; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** Normal distribution (Box-Muller). */
  normal(mean: number, standardDeviation: number): number;
  /** An independent stream named by `label`, so adding draws to one part of a model leaves the others unchanged. */
  fork(label: string): SeededRandom;
}

/** FNV-1a over UTF-16 code units: turns a label into a 32-bit seed. */
function hashLabel(label: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 16777619) >>> 0;
  }
  return hash;
}

/** Mulberry32: 32 bits of state, passes gjrand's small tests, ample for modelling (not for secrets). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick needs a non-empty list');
      return item;
    },
    normal: (mean, standardDeviation) => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return mean + standardDeviation * radius * Math.cos(2 * Math.PI * next());
    },
    fork: (label) => seededRandom(hashLabel(label, seed)),
  };
}
