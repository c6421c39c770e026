import { expect, test, vi } from 'vitest';
import { CommitGroup } from './commit-group.ts';
import { TurnLane } from './turn-lane.ts';

/** A store whose transactions keep all or nothing. */
function fakeStore() {
  const kept: string[] = [];
  const commits: number[] = [];
  let open: string[] = [];
  return {
    kept,
    commits,
    put: (name: string) => {
      if (name === 'bad') throw new Error('bad');
      open.push(name);
    },
    transaction: (work: () => void) => {
      open = [];
      work();
      kept.push(...open);
      commits.push(open.length);
    },
  };
}

function groupOf(store: ReturnType<typeof fakeStore>, size: number, delayMs = 1000) {
  const group = new CommitGroup({ transaction: store.transaction, lane: new TurnLane(), size, delayMs });
  return (name: string) => group.add(() => store.put(name));
}

test('a full group is one commit, and each of it waits for that', async () => {
  const store = fakeStore();
  const add = groupOf(store, 3);
  await Promise.all(['a', 'b', 'c'].map(async (name) => {
    await add(name);
    expect(store.kept).toEqual(['a', 'b', 'c']);
  }));
  expect(store.commits).toEqual([3]);
});

test('a group that does not fill is written when its time is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const store = fakeStore();
    const add = groupOf(store, 8, 40);
    const both = Promise.all([add('a'), add('b')]);
    expect(store.commits).toEqual([]);
    vi.advanceTimersByTime(40);
    await both;
    expect(store.commits).toEqual([2]);
  } finally {
    vi.useRealTimers();
  }
});

test('one that cannot be stored is told so, the others of its group are kept', async () => {
  const store = fakeStore();
  const add = groupOf(store, 3);
  const results = await Promise.allSettled(['a', 'bad', 'c'].map(add));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(store.kept).toEqual(['a', 'c']);
});
