import { expect, test } from 'vitest';
import { readJump, toStoredOptions } from './run-options.ts';

test('what is stored of a request holds no secret', () => {
  const credential = { kind: 'password', password: 'canary-2291' } as const;
  const stored = toStoredOptions({ credential, hostKeyPolicy: 'strict', concurrency: 8, useSudo: true, jump: ' ops@gate:2200 , inner', heldDepartments: ['市财政局'], ignoreQuietHours: false });
  expect(stored).toEqual({ hostKeyPolicy: 'strict', concurrency: 8, handshakesPerSecond: 16, useSudo: true, jump: 'ops@gate:2200,inner', credentialKind: 'password', heldDepartments: ['市财政局'], ignoreQuietHours: false });
});

test('a jump host is read like a target, or refused', () => {
  expect([readJump(undefined), readJump('  '), readJump('[::1]:2200')]).toEqual([null, null, '[::1]:2200']);
  expect(() => readJump('gate one')).toThrow('scan.target_invalid');
});
