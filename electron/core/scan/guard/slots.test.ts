import { expect, test } from 'vitest';
import { createSlots } from './slots.ts';

const quiet = new AbortController().signal;

test('never more holders than slots, first come first served', async () => {
  const slots = createSlots(2);
  let held = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(Array.from({ length: 20 }, async (_, index) => {
    const release = await slots.take(quiet);
    order.push(index);
    held += 1;
    most = Math.max(most, held);
    await Promise.resolve();
    held -= 1;
    release?.();
    release?.();
  }));
  expect(most).toBe(2);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('an abort leaves the queue and keeps no slot', async () => {
  const slots = createSlots(1);
  const release = await slots.take(quiet);
  const stop = new AbortController();
  const given = slots.take(stop.signal);
  const next = slots.take(quiet);
  stop.abort();
  expect(await given).toBeUndefined();
  release?.();
  expect(await next).toBeTypeOf('function');
  expect(await createSlots(1).take(stop.signal)).toBeUndefined();
});
