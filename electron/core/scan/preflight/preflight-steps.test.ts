import { expect, test } from 'vitest';
import { HOST_ERROR_CODES, type HostErrorCode } from '../../../../shared/model/scan.ts';
import { stepsOfRead, stepsUntil } from './preflight-steps.ts';

const states = (steps: { state: string }[]): string => steps.map((step) => step.state[0]).join('');
const facts = { schema: 1, collectedAt: '2026-05-01T08:00:00.000Z', privilege: 'user', sections: [{ name: 'os', state: 'complete', bytes: 10, missing: [] }, { name: 'cpu', state: 'timed-out', bytes: 0, missing: [] }] } as const;

test.each([
  ['DNS_FAIL', 'fnnnnnnn'], ['REFUSED', 'ofnnnnnn'], ['HOSTKEY_CHANGED', 'oofnnnnn'], ['AUTH_REJECTED', 'ooofnnnn'], ['SHELL_RESTRICTED', 'oooofnnn'], ['CMD_TIMEOUT', 'oooooofn'],
] as const)('%s ends the steps at %s', (code, expected) => {
  expect(states(stepsUntil({ code, params: {} }, true))).toBe(expected);
});

test('a lost line is placed by how far the contact came', () => {
  expect(states(stepsUntil({ code: 'CONNECTION_LOST', params: { phase: 'handshake' } }, false))).toBe('ofnnnnnn');
  expect(states(stepsUntil({ code: 'CONNECTION_LOST', params: { phase: 'authentication' } }, true))).toBe('ooofnnnn');
  expect(states(stepsUntil({ code: 'CONNECTION_LOST', params: { phase: 'session' } }, true))).toBe('oooooofn');
});

test('every code ends at exactly one step', () => {
  for (const code of Object.keys(HOST_ERROR_CODES) as HostErrorCode[]) expect(stepsUntil({ code, params: {} }, false).filter((step) => step.state === 'failed')).toHaveLength(1);
});

test('what is missing warns at its step', () => {
  const steps = stepsOfRead({ facts: { ...facts, sections: [...facts.sections].map((section) => ({ ...section, missing: [] })) } }, [{ code: 'SUDO_MISSING', params: {} }, { code: 'CLOCK_SKEW', params: { seconds: 900 } }], 1200);
  expect(states(steps)).toBe('ooooowow');
  expect(steps[6]?.detail).toEqual({ sections: 1, of: 2, durationMs: 1200 });
});
