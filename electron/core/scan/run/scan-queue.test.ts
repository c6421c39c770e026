import { describe, expect, test } from 'vitest';
import type { ContactResult } from './contact-target.ts';
import { runScanQueue, type ScanQueueOptions } from './scan-queue.ts';

const failed = (code: 'REFUSED' | 'RESET_BEFORE_BANNER'): ContactResult => ({ kind: 'failed', error: { code, params: {} }, decision: undefined });

function setUp(count: number, options: Partial<ScanQueueOptions<number>>) {
  const settled: [number, ContactResult['kind']][] = [];
  const run = runScanQueue<number>({
    targets: Array.from({ length: count }, (_, index) => index),
    concurrency: 4,
    signal: new AbortController().signal,
    reserveSlot: () => 0,
    retryAfterMs: 0,
    verdictBefore: () => undefined,
    contact: () => Promise.resolve(failed('REFUSED')),
    settle: (target, result) => void settled.push([target, result.kind]),
    onStart: () => undefined,
    ...options,
  });
  return { run, settled };
}

describe('scan queue', () => {
  test('every target is settled once, never more at a time than allowed', async () => {
    let now = 0;
    let most = 0;
    const { run, settled } = setUp(50, {
      contact: async () => {
        now += 1;
        most = Math.max(most, now);
        await Promise.resolve();
        now -= 1;
        return failed('REFUSED');
      },
    });
    await run;
    expect(settled.map(([target]) => target).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(most).toBe(4);
  });

  test('a transient failure gets one more contact after the others', async () => {
    const contacts: number[] = [];
    const { run, settled } = setUp(3, { concurrency: 1, contact: (target) => {
      contacts.push(target);
      return Promise.resolve(failed(target === 0 ? 'RESET_BEFORE_BANNER' : 'REFUSED'));
    } });
    await run;
    expect(contacts).toEqual([0, 1, 2, 0]);
    expect(settled.map(([target]) => target)).toEqual([1, 2, 0]);
  });

  test('one that got no turn comes again and counts as not retried', async () => {
    let calls = 0;
    const answers: ContactResult[] = [{ kind: 'again' }, failed('RESET_BEFORE_BANNER'), failed('RESET_BEFORE_BANNER')];
    const { run, settled } = setUp(1, { contact: () => Promise.resolve(answers[calls++] ?? failed('REFUSED')) });
    await run;
    expect([calls, settled]).toEqual([3, [[0, 'failed']]]);
  });

  test('a verdict in advance makes no contact', async () => {
    let contacts = 0;
    const { run, settled } = setUp(5, { verdictBefore: () => ({ ...failed('REFUSED'), kind: 'skipped' }) as ContactResult, contact: () => {
      contacts += 1;
      return Promise.resolve(failed('REFUSED'));
    } });
    await run;
    expect([contacts, settled.length]).toEqual([0, 5]);
  });

  test('after an abort no new contact begins', async () => {
    const stop = new AbortController();
    let contacts = 0;
    const { run } = setUp(100, { signal: stop.signal, contact: () => {
      contacts += 1;
      if (contacts === 10) stop.abort();
      return Promise.resolve(failed('REFUSED'));
    } });
    await run;
    expect(contacts).toBeLessThan(14);
  });

  test('a failure to store stops the queue and is thrown on', async () => {
    let stored = 0;
    const { run } = setUp(100, { settle: () => {
      stored += 1;
      if (stored === 5) throw new Error('disk full');
    } });
    await expect(run).rejects.toThrow('disk full');
    expect(stored).toBeLessThan(12);
  });
});
