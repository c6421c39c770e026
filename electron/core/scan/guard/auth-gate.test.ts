import { expect, test } from 'vitest';
import { createAuthGate } from './auth-gate.ts';
import { createAuthGuard, type LoginAttempt } from './auth-guard.ts';

const attempt = (host: string): LoginAttempt => ({ credentialId: 'run', kind: 'key', host, port: 22, user: 'root' });
const newGate = () => createAuthGate(createAuthGuard({ now: () => new Date(0), lastPasswordRefusal: () => undefined }));
const quiet = new AbortController().signal;

test('a wrong key on thirty hosts at once reaches two of them', async () => {
  const gate = newGate();
  let logins = 0;
  const answers = await Promise.all(Array.from({ length: 30 }, async (_, index) => {
    const admission = await gate.admit(attempt(`host-${index}`), quiet);
    if (admission === 'go') {
      logins += 1;
      await Promise.resolve();
      gate.settle(attempt(`host-${index}`), 'rejected');
    }
    return admission;
  }));
  expect(logins).toBe(2);
  expect(answers.filter((answer) => answer === 'paused')).toHaveLength(28);
});

test('those who wait go on once the credential is proven', async () => {
  const gate = newGate();
  await gate.admit(attempt('a'), quiet);
  await gate.admit(attempt('b'), quiet);
  const waiting = ['c', 'd', 'e'].map((host) => gate.admit(attempt(host), quiet));
  gate.settle(attempt('a'), 'accepted');
  expect(await Promise.all(waiting)).toEqual(['go', 'go', 'go']);
});

test('an abort ends the wait', async () => {
  const gate = newGate();
  const stop = new AbortController();
  await gate.admit(attempt('a'), quiet);
  await gate.admit(attempt('b'), quiet);
  const waiting = gate.admit(attempt('c'), stop.signal);
  stop.abort();
  expect(await waiting).toBe('aborted');
});
