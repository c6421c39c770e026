import { expect, test } from 'vitest';
import { createWriteQueue } from './write-queue.ts';

test('a step sees what the one before it wrote, also after a failure', async () => {
  const inTurn = createWriteQueue();
  let stored = 0;
  const addOne = async (): Promise<number> => {
    const read = stored;
    await Promise.resolve();
    stored = read + 1;
    return stored;
  };
  const failed = inTurn(() => Promise.reject(new Error('full')));
  const added = Promise.all([inTurn(addOne), inTurn(addOne), inTurn(addOne)]);
  await expect(failed).rejects.toThrow('full');
  expect(await added).toEqual([1, 2, 3]);
});
