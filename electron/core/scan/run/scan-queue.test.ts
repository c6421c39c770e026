import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContactResult } from './contact-target.ts';
import { runScanQueue, type QueueSteering, type ScanQueueOptions } from './scan-queue.ts';

const failed = (code: 'REFUSED' | 'RESET_BEFORE_BANNER'): ContactResult => ({ kind: 'failed', error: { code, params: {} }, decision: undefined });

interface SetUp extends Partial<Omit<ScanQueueOptions<number>, 'steering'>> {
  readonly concurrency?: number;
  readonly steering?: Partial<QueueSteering<number>>;
}

function setUp(count: number, { concurrency = 4, steering = {}, ...options }: SetUp) {
  const settled: [number, ContactResult['kind']][] = [];
  const run = runScanQueue<number>({
    targets: Array.from({ length: count }, (_, index) => index),
    steering: { concurrency: () => concurrency, isQuiet: () => false, isHeld: () => false, onSteered: () => () => undefined, ...steering },
    wayOf: (target) => `host-${target}`,
    isFromBlock: () => false,
    signal: new AbortController().signal,
    reserveSlot: () => 0,
    turnAfterMs: 0,
    verdictBefore: () => undefined,
    contact: () => Promise.resolve(failed('REFUSED')),
    settle: (target, result) => void settled.push([target, result.kind]),
    onStart: () => undefined,
    ...options,
  });
  return { run, settled };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

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

  test('N12 N14 a failure that often passes is contacted again after the others, later each time, and then given up', async () => {
    const contacts: number[] = [];
    const { run, settled } = setUp(3, { concurrency: 1, contact: (target) => {
      contacts.push(target);
      return Promise.resolve(failed(target === 0 ? 'RESET_BEFORE_BANNER' : 'REFUSED'));
    } });
    await vi.runAllTimersAsync();
    await run;
    expect(contacts).toEqual([0, 1, 2, 0, 0]);
    expect(settled.map(([target]) => target)).toEqual([1, 2, 0]);
  });

  test('one that got no turn comes again and counts as not retried', async () => {
    let calls = 0;
    const answers: ContactResult[] = [{ kind: 'again' }, failed('RESET_BEFORE_BANNER'), failed('RESET_BEFORE_BANNER'), failed('RESET_BEFORE_BANNER')];
    const { run, settled } = setUp(1, { contact: () => Promise.resolve(answers[calls++] ?? failed('REFUSED')) });
    await vi.runAllTimersAsync();
    await run;
    expect([calls, settled]).toEqual([4, [[0, 'failed']]]);
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

const timedOut: ContactResult = { kind: 'failed', error: { code: 'UNREACHABLE', params: { reason: 'timeout', seconds: 10 } }, decision: undefined };

describe('steering', () => {
  test('N32 hosts that did not answer in time get one slow contact after everything else', async () => {
    const contacts: string[] = [];
    const { run, settled } = setUp(4, { concurrency: 1, contact: (target, lane) => {
      contacts.push(`${target} ${lane}`);
      return Promise.resolve(target % 2 === 0 ? timedOut : failed('REFUSED'));
    } });
    expect(await run).toBe('done');
    expect(contacts).toEqual(['0 first', '1 first', '2 first', '3 first', '0 slow', '2 slow']);
    expect(settled).toHaveLength(4);
  });

  test('N13 a way that turns contacts away bears ever fewer at once, and every host gets its turn', async () => {
    let underWay = 0;
    let most = 0;
    const tooMany: number[] = [];
    const { run, settled } = setUp(24, { concurrency: 16, wayOf: () => 'gate', contact: async (target) => {
      underWay += 1;
      const crowded = underWay > 4;
      if (crowded) tooMany.push(target);
      if (tooMany.length >= 12) most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 10));
      underWay -= 1;
      return crowded ? { kind: 'failed', error: { code: 'BASTION_LIMIT', params: {} }, decision: undefined } : failed('REFUSED');
    } });
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect(settled.filter(([, kind]) => kind === 'failed')).toHaveLength(24);
    expect(new Set(settled.map(([target]) => target)).size).toBe(24);
    expect(tooMany.length).toBeLessThan(24);
    expect(most).toBeLessThan(17);
  });

  test('a held host waits until it is let go; when only held ones are left the queue ends and says so', async () => {
    const held = new Set([1, 2]);
    const steered: (() => void)[] = [];
    const contacts: number[] = [];
    const { run } = setUp(4, { concurrency: 1, steering: { isHeld: (target) => held.has(target), onSteered: (listener) => { steered.push(listener); return () => undefined; } }, contact: (target) => {
      contacts.push(target);
      if (target === 3) {
        held.delete(1);
        for (const tell of steered) tell();
      }
      return Promise.resolve(failed('REFUSED'));
    } });
    expect(await run).toBe('held');
    expect(contacts).toEqual([0, 3, 1]);
  });

  test('in quiet hours nothing begins; afterwards all goes on', async () => {
    let quiet = true;
    let tell = (): void => undefined;
    let contacts = 0;
    const { run } = setUp(6, { steering: { isQuiet: () => quiet, onSteered: (listener) => { tell = listener; return () => undefined; } }, contact: () => {
      contacts += 1;
      return Promise.resolve(failed('REFUSED'));
    } });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(contacts).toBe(0);
    quiet = false;
    tell();
    expect(await run).toBe('done');
    expect(contacts).toBe(6);
  });

  test('a wider concurrency takes effect at once', async () => {
    let allowed = 1;
    let tell = (): void => undefined;
    const open: ((result: ContactResult) => void)[] = [];
    const { run } = setUp(5, { steering: { concurrency: () => allowed, onSteered: (listener) => { tell = listener; return () => undefined; } }, contact: () => new Promise((resolve) => { open.push(resolve); }) });
    await vi.advanceTimersByTimeAsync(1);
    expect(open).toHaveLength(1);
    allowed = 5;
    tell();
    await vi.advanceTimersByTimeAsync(1);
    expect(open).toHaveLength(5);
    for (const resolve of open) resolve(failed('REFUSED'));
    expect(await run).toBe('done');
  });
});
