import { expect, test } from 'vitest';
import { WaitingRoom } from './waiting-room.ts';

test('no more than its places are in at once, however many leave together; all get in, in the order they came', async () => {
  const room = new WaitingRoom(3);
  const [inside, order] = [new Set<number>(), [] as number[]];
  let most = 0;
  const visits = Array.from({ length: 50 }, async (_, visitor) => {
    await room.enter();
    inside.add(visitor);
    order.push(visitor);
    most = Math.max(most, inside.size);
    for (let turn = 0; turn < visitor % 4; turn += 1) await Promise.resolve();
    inside.delete(visitor);
    room.leave();
  });
  await Promise.all(visits);
  expect(most).toBe(3);
  expect(order).toEqual(Array.from({ length: 50 }, (_, visitor) => visitor));
});
