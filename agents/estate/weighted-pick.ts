import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';

/** One element, chosen in proportion to its weight. Throws RangeError on an empty list. */
export function weightedPick<T extends { readonly weight: number }>(random: SeededRandom, items: readonly T[]): T {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  let rest = random.next() * total;
  for (const item of items) {
    rest -= item.weight;
    if (rest < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new RangeError('weightedPick needs a non-empty list');
  return last;
}

/** The list in a random order; the input is left as it is. */
export function shuffled<T>(random: SeededRandom, items: readonly T[]): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.integer(0, rest.length - 1), 1));
}
