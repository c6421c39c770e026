import type { SeededRandom } from '../../kernel/seeded-random.ts';
import type { WorkGroup } from './work-group.ts';

/** How far apart the two ends of one exchange may lie, as a share of the list. */
const REACH = 0.25;

/**
 * A neighbour of an order: a few groups taken out and put back elsewhere within reach. Small steps keep what the rule
 * got right; the caller keeps the neighbour only when its schedule scores better.
 */
export function neighbourOrder(order: readonly WorkGroup[], random: SeededRandom): WorkGroup[] {
  const next = [...order];
  const moves = 1 + random.integer(0, Math.max(1, Math.floor(order.length / 50)));
  for (let move = 0; move < moves; move += 1) {
    const from = random.integer(0, next.length - 1);
    const reach = Math.max(1, Math.floor(next.length * REACH));
    const to = Math.min(next.length - 1, Math.max(0, from + random.integer(-reach, reach)));
    next.splice(to, 0, ...next.splice(from, 1));
  }
  return next;
}
