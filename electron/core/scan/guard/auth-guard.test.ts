import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuthGuard, PASSWORD_RETRY_MS, PROVEN_KEY_REJECTIONS_BEFORE_PAUSE, REJECTIONS_BEFORE_PAUSE, type LoginAttempt } from './auth-guard.ts';

const attempt = (host: string, kind: LoginAttempt['kind'] = 'key'): LoginAttempt => ({ credentialId: 'run', kind, host, port: 22, user: 'root' });
const guardAt = (time: () => number, last?: Date) => createAuthGuard({ now: () => new Date(time()), lastPasswordRefusal: () => last });

describe('breaker', () => {
  test('two rejections on different hosts pause the credential everywhere', () => {
    const guard = guardAt(() => 0);
    for (const host of ['a', 'b']) {
      expect(guard.admit(attempt(host))).toBe('go');
      guard.settle(attempt(host), 'rejected');
    }
    expect(guard.admit(attempt('c'))).toBe('paused');
    expect(guard.isPaused('run')).toBe(true);
    expect(guard.admit({ ...attempt('c'), credentialId: '/home/x/.ssh/id_other' })).toBe('go');
  });

  test('an unproven credential is on two hosts at once at most', () => {
    const guard = guardAt(() => 0);
    expect(['a', 'b', 'c'].map((host) => guard.admit(attempt(host)))).toEqual(['go', 'go', 'wait']);
    guard.settle(attempt('a'), 'rejected');
    expect(guard.admit(attempt('c'))).toBe('wait');
    guard.settle(attempt('b'), 'accepted');
    expect(guard.admit(attempt('c'))).toBe('go');
  });

  test('an acceptance clears earlier rejections, a neutral end does not', () => {
    const guard = guardAt(() => 0);
    guard.admit(attempt('a'));
    guard.settle(attempt('a'), 'rejected');
    guard.admit(attempt('b'));
    guard.settle(attempt('b'), 'neutral');
    guard.admit(attempt('c'));
    guard.settle(attempt('c'), 'accepted');
    guard.admit(attempt('d'));
    guard.settle(attempt('d'), 'rejected');
    expect(guard.isPaused('run')).toBe(false);
  });

  test('a proven key may be unknown to some hosts, a proven password may not', () => {
    const rejectionsUntilPause = (kind: LoginAttempt['kind']): number => {
      const guard = guardAt(() => 0);
      guard.admit(attempt('first', kind));
      guard.settle(attempt('first', kind), 'accepted');
      let rejections = 0;
      for (; guard.admit(attempt(`host-${rejections}`, kind)) === 'go'; rejections += 1) guard.settle(attempt(`host-${rejections}`, kind), 'rejected');
      return rejections;
    };
    expect(rejectionsUntilPause('key')).toBe(PROVEN_KEY_REJECTIONS_BEFORE_PAUSE);
    expect(rejectionsUntilPause('password')).toBe(REJECTIONS_BEFORE_PAUSE);
  });

  test('whatever the order of verdicts, a wrong credential is rejected twice at most', () => {
    fc.assert(fc.property(fc.array(fc.nat(7), { maxLength: 200 }), (choices) => {
      const guard = guardAt(() => 0);
      const open: LoginAttempt[] = [];
      let rejections = 0;
      choices.forEach((choice, index) => {
        if (choice < 5) {
          const next = attempt(`host-${index}`);
          if (guard.admit(next) === 'go') open.push(next);
          return;
        }
        const done = open.splice(choice % Math.max(1, open.length), 1)[0];
        if (!done) return;
        guard.settle(done, 'rejected');
        rejections += 1;
      });
      expect(rejections + open.length).toBeLessThanOrEqual(REJECTIONS_BEFORE_PAUSE);
    }));
  });
});

describe('one password try for each account', () => {
  test.each(['rejected', 'neutral'] as const)('after a try that ended %s the account is left alone, another is not', (outcome) => {
    const guard = guardAt(() => 0);
    guard.admit(attempt('a', 'password'));
    expect(guard.admit(attempt('a', 'password'))).toBe('wait');
    guard.settle(attempt('a', 'password'), outcome);
    expect(guard.admit(attempt('a', 'password'))).toBe('tooSoon');
    expect(guard.admit({ ...attempt('a', 'password'), user: 'admin' })).toBe('go');
    expect(guard.admit({ ...attempt('a', 'key'), credentialId: 'key' })).toBe('go');
  });

  test('a password the account accepted may be shown again, as to a jump host', () => {
    const guard = guardAt(() => 0);
    guard.admit(attempt('a', 'password'));
    guard.settle(attempt('a', 'password'), 'accepted');
    expect([1, 2, 3].map(() => guard.admit(attempt('a', 'password')))).toEqual(['go', 'go', 'go']);
  });

  test.each([
    ['one millisecond before the half hour', PASSWORD_RETRY_MS - 1, 'tooSoon'],
    ['after the half hour', PASSWORD_RETRY_MS, 'go'],
    ['with a clock that was set back', -86_400_000, 'tooSoon'],
  ] as const)('after a refusal in an earlier run: %s', (_when, laterMs, expected) => {
    const tried = new Date('2026-05-01T08:00:00Z');
    expect(guardAt(() => tried.getTime() + laterMs, tried).admit(attempt('a', 'password'))).toBe(expected);
  });
});
