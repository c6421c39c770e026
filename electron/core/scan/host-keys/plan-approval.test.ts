import { expect, test } from 'vitest';
import { planApproval } from './plan-approval.ts';

const stored = [
  { host: 'a', port: 22, fingerprintSha256: 'SHA256:1', state: 'pending' },
  { host: 'b', port: 22, fingerprintSha256: 'SHA256:2', state: 'pending' },
  { host: 'c', port: 22, fingerprintSha256: 'SHA256:3', state: 'changed' },
  { host: 'd', port: 22, fingerprintSha256: 'SHA256:4', state: 'revoked' },
] as const;
const ask = (host: string, fingerprintSha256: string) => ({ host, port: 22, fingerprintSha256 });

test('pending keys are approved by exact fingerprint, in bulk', () => {
  const plan = planApproval([ask('a', 'SHA256:1'), ask('b', 'SHA256:wrong'), ask('a', 'SHA256:1')], stored, false);
  expect(plan).toEqual({ approve: [ask('a', 'SHA256:1')], replace: [], refused: 1 });
});

test('a changed key needs replaceChanged and to be the only one', () => {
  expect(planApproval([ask('c', 'SHA256:3')], stored, false)).toMatchObject({ replace: [], refused: 1 });
  expect(planApproval([ask('c', 'SHA256:3'), ask('a', 'SHA256:1')], stored, true)).toMatchObject({ approve: [ask('a', 'SHA256:1')], replace: [], refused: 1 });
  expect(planApproval([ask('c', 'SHA256:3')], stored, true)).toMatchObject({ replace: [ask('c', 'SHA256:3')], refused: 0 });
});

test('a revoked key cannot be approved', () => {
  expect(planApproval([ask('d', 'SHA256:4')], stored, true)).toEqual({ approve: [], replace: [], refused: 1 });
});
