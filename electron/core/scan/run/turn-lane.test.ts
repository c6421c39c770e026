import { expect, test } from 'vitest';
import { TurnLane } from './turn-lane.ts';

test('steps run in order, with room for others in between', async () => {
  const lane = new TurnLane();
  const seen: string[] = [];
  const steps = [1, 2, 3].map((step) => lane.run(() => {
    seen.push(`step ${step}`);
    setImmediate(() => seen.push(`other ${step}`));
  }));
  await Promise.all(steps);
  expect(seen).toEqual(['step 1', 'other 1', 'step 2', 'other 2', 'step 3']);
});

test('a step that fails tells its caller only', async () => {
  const lane = new TurnLane();
  const failing = lane.run(() => {
    throw new Error('full');
  });
  const next = lane.run(() => 'stored');
  await expect(failing).rejects.toThrow('full');
  expect(await next).toBe('stored');
});
