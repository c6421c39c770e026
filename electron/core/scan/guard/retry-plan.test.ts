import { expect, test } from 'vitest';
import type { HostError } from '../../../../shared/model/scan.ts';
import { planRetry } from './retry-plan.ts';

const waits = (error: HostError): number[] => {
  const found: number[] = [];
  for (let retry = planRetry(error, 1, false); retry; retry = planRetry(error, found.length + 1, false)) found.push(retry.afterMs);
  return found;
};

test('N12 N14 what turned a contact away is asked again after longer and longer waits, then given up', () => {
  for (const code of ['RESET_BEFORE_BANNER', 'SOURCE_PENALISED', 'BASTION_LIMIT'] as const) {
    const found = waits({ code, params: {} });
    expect(found.length, code).toBeGreaterThan(1);
    expect(found, code).toEqual(found.toSorted((a, b) => a - b));
  }
  expect(waits({ code: 'SOURCE_PENALISED', params: {} }).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(15_000);
});

test('N32 a connect that timed out gets one slow try; an address of a block gets none', () => {
  const timeout: HostError = { code: 'UNREACHABLE', params: { reason: 'timeout', seconds: 10 } };
  expect(planRetry(timeout, 1, false)).toEqual({ afterMs: 0, lane: 'slow' });
  expect(planRetry(timeout, 2, false)).toBeUndefined();
  expect(planRetry(timeout, 1, true)).toBeUndefined();
  expect(planRetry({ code: 'UNREACHABLE', params: { reason: 'EHOSTUNREACH' } }, 1, false)).toBeUndefined();
});

test('N06 nothing that came to a login is tried again', () => {
  for (const code of ['AUTH_REJECTED', 'AUTH_METHOD_NOT_OFFERED', 'HOSTKEY_CHANGED', 'SHELL_RESTRICTED'] as const) expect(waits({ code, params: {} })).toEqual([]);
  expect(waits({ code: 'CONNECTION_LOST', params: { phase: 'authentication' } })).toEqual([]);
  expect(waits({ code: 'BASTION_FAILED', params: { cause: 'AUTH_REJECTED' } })).toEqual([]);
});
