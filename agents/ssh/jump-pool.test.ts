import { describe, expect, test } from 'vitest';
import type { Dial } from './dial.ts';
import { HostFailure } from './host-failure.ts';
import { createJumpPool } from './jump-pool.ts';
import type { OpenOptions } from './open-options.ts';
import type { Session } from './session.ts';

const dial: Dial = { host: 'bastion', port: 22, user: 'ops', credential: { kind: 'password', password: 'x' }, verifyHostKey: async () => 'accept' };
const options = (signal = new AbortController().signal): OpenOptions => ({ signal, now: () => new Date(0) });

/** Stands for a session: the pool only asks whether it is open and closes it. */
function fakeOpen(outcomes: readonly ('ok' | HostFailure)[]) {
  const opened: { isOpen: boolean; closed: boolean }[] = [];
  let calls = 0;
  const open = async (): Promise<Session> => {
    const outcome = outcomes[Math.min(calls, outcomes.length - 1)];
    calls += 1;
    if (outcome instanceof HostFailure) throw outcome;
    const session = { isOpen: true, closed: false, close(): void { this.closed = true; this.isOpen = false; } };
    opened.push(session);
    return session as unknown as Session;
  };
  return { open, opened, calls: () => calls };
}

describe('jump pool', () => {
  test('targets share one connection; the next waits for its turn', async () => {
    const fake = fakeOpen(['ok']);
    const pool = createJumpPool({ open: fake.open, maxTargets: 2 });
    const [first] = await Promise.all([pool.lease(dial, options()), pool.lease(dial, options())]);
    let third = false;
    const waiting = pool.lease(dial, options()).then((lease) => { third = true; return lease; });
    await Promise.resolve();
    expect([fake.calls(), third]).toEqual([1, false]);
    first.release();
    first.release();
    (await waiting).release();
    expect(fake.calls()).toBe(1);
    pool.close();
  });

  test('one who waits can leave', async () => {
    const pool = createJumpPool({ open: fakeOpen(['ok']).open, maxTargets: 1 });
    const held = await pool.lease(dial, options());
    const controller = new AbortController();
    const waiting = pool.lease(dial, options(controller.signal));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    held.release();
    (await pool.lease(dial, options())).release();
  });

  test('a refused login at the bastion is not tried again by the next thousand', async () => {
    const fake = fakeOpen([new HostFailure('AUTH_REJECTED', { user: 'ops', method: 'password', offered: '' })]);
    const pool = createJumpPool({ open: fake.open });
    for (let target = 0; target < 5; target += 1) await expect(pool.lease(dial, options())).rejects.toMatchObject({ error: { code: 'BASTION_FAILED', params: { host: 'bastion', cause: 'AUTH_REJECTED' } } });
    expect(fake.calls()).toBe(1);
  });

  test('a broken line is opened again', async () => {
    const fake = fakeOpen([new HostFailure('UNREACHABLE', { host: 'bastion', port: 22 }), 'ok', 'ok']);
    const pool = createJumpPool({ open: fake.open });
    (await pool.lease(dial, options())).release();
    expect(fake.calls()).toBe(2);
    for (const session of fake.opened) session.isOpen = false;
    (await pool.lease(dial, options())).release();
    expect(fake.calls()).toBe(3);
    pool.close();
  });
});
