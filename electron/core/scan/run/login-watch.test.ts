import { describe, expect, test } from 'vitest';
import { createAuthGate } from '../guard/auth-gate.ts';
import { createAuthGuard, type LoginAttempt } from '../guard/auth-guard.ts';
import type { HostKeyDecision } from '../host-keys/decide-host-key.ts';
import { LoginWatch } from './login-watch.ts';

const key = { host: 'web01', port: 22, type: 'ssh-ed25519', publicKeyBase64: 'AAAA', fingerprintSha256: 'SHA256:x' };
const quiet = new AbortController().signal;

function setUp(decision: HostKeyDecision, kind: LoginAttempt['kind'] = 'password') {
  const tries: string[] = [];
  const gate = createAuthGate(createAuthGuard({ now: () => new Date(0), lastPasswordRefusal: () => undefined }));
  const passwordTries = { begun: () => void tries.push('begun'), harmless: () => void tries.push('harmless') };
  const watchOf = (host: string, signal = quiet) => new LoginWatch({ attempt: { credentialId: 'run', kind, host, port: 22, user: 'scan' }, path: '', gate, book: { judge: () => decision }, signal, turnMs: 60_000, passwordTries });
  return { tries, gate, watchOf };
}

describe('a login', () => {
  test.each(['unknown', 'changed'] as const)('is not begun with a key that is %s', async (verdict) => {
    const { tries, watchOf } = setUp({ verdict });
    const watch = watchOf('web01');
    expect(await watch.verify(key)).toBe(verdict);
    watch.settle('rejected');
    expect([tries, watch.isPending, watch.refusal]).toEqual([[], false, undefined]);
  });

  test('writes the password try before it leaves and clears it on success, once', async () => {
    const { tries, watchOf } = setUp({ verdict: 'accept' });
    const watch = watchOf('web01');
    expect(await watch.verify(key)).toBe('accept');
    expect(tries).toEqual(['begun']);
    watch.settle('accepted');
    watch.settle('rejected');
    expect(tries).toEqual(['begun', 'harmless']);
  });

  test('leaves the try on record when the password was refused', async () => {
    const { tries, watchOf } = setUp({ verdict: 'accept' });
    const watch = watchOf('web01');
    await watch.verify(key);
    watch.settle('rejected');
    expect(tries).toEqual(['begun']);
  });

  test('is refused by the guard with its reason, and a key file leaves no try', async () => {
    const { tries, watchOf } = setUp({ verdict: 'accept' }, 'key');
    for (const host of ['a', 'b']) {
      const watch = watchOf(host);
      await watch.verify(key);
      watch.settle('rejected');
    }
    const third = watchOf('c');
    expect(await third.verify(key)).toBe('unknown');
    expect([third.refusal, tries]).toEqual(['paused', []]);
  });

  test('gives up its turn when the run stops', async () => {
    const { watchOf } = setUp({ verdict: 'accept' }, 'key');
    await watchOf('a').verify(key);
    await watchOf('b').verify(key);
    const stop = new AbortController();
    const waiting = watchOf('c', stop.signal);
    const verdict = waiting.verify(key);
    stop.abort();
    expect([await verdict, waiting.refusal]).toEqual(['unknown', 'noTurn']);
  });
});
