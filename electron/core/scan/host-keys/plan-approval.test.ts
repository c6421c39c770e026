import { expect, test } from 'vitest';
import { planApproval } from './plan-approval.ts';

const stored = [
  { host: 'a', port: 22, path: '', fingerprintSha256: 'SHA256:1', state: 'pending' },
  { host: 'b', port: 22, path: '', fingerprintSha256: 'SHA256:2', state: 'pending' },
  { host: 'c', port: 22, path: '*', fingerprintSha256: 'SHA256:3', state: 'changed' },
  { host: 'd', port: 22, path: '', fingerprintSha256: 'SHA256:4', state: 'revoked' },
] as const;
const ask = (host: string, fingerprintSha256: string) => ({ host, port: 22, fingerprintSha256 });

test('N02 pending keys are approved by exact fingerprint, in bulk', () => {
  const plan = planApproval([ask('a', 'SHA256:1'), ask('b', 'SHA256:wrong'), ask('a', 'SHA256:1')], stored, false);
  expect(plan).toEqual({ approve: [{ ...ask('a', 'SHA256:1'), path: '' }], replace: [], refused: 1 });
});

test('N03 a changed key needs replaceChanged and to be the only one', () => {
  expect(planApproval([ask('c', 'SHA256:3')], stored, false)).toMatchObject({ replace: [], refused: 1 });
  expect(planApproval([ask('c', 'SHA256:3'), ask('a', 'SHA256:1')], stored, true)).toMatchObject({ approve: [{ ...ask('a', 'SHA256:1'), path: '' }], replace: [], refused: 1 });
  expect(planApproval([ask('c', 'SHA256:3')], stored, true)).toMatchObject({ replace: [{ ...ask('c', 'SHA256:3'), path: '*' }], refused: 0 });
});

test('a revoked key cannot be approved', () => {
  expect(planApproval([ask('d', 'SHA256:4')], stored, true)).toEqual({ approve: [], replace: [], refused: 1 });
});

test('N16 a key shown on two ways is approved on both when no way is named; a changed one is decided way by way', () => {
  const twice = [{ ...stored[0], path: 'gate-a:22' }, { ...stored[0], path: 'gate-b:22' }];
  expect(planApproval([ask('a', 'SHA256:1')], twice, false).approve.map((key) => key.path)).toEqual(['gate-a:22', 'gate-b:22']);
  expect(planApproval([{ ...ask('a', 'SHA256:1'), path: 'gate-b:22' }], twice, false).approve.map((key) => key.path)).toEqual(['gate-b:22']);
  const changed = twice.map((key) => ({ ...key, state: 'changed' as const }));
  expect(planApproval([ask('a', 'SHA256:1')], changed, true)).toEqual({ approve: [], replace: [], refused: 1 });
  expect(planApproval([{ ...ask('a', 'SHA256:1'), path: 'gate-a:22' }], changed, true)).toMatchObject({ replace: [{ path: 'gate-a:22' }], refused: 0 });
});
