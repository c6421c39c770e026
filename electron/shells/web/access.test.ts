import { expect, it } from 'vitest';
import { createAccess, LAUNCH_CODE_LIFE_MS } from './access.ts';

function fixture() {
  let nowMs = 0;
  let count = 0;
  const access = createAccess({ monotonicMs: () => nowMs, randomToken: () => `token-${(count += 1)}` });
  return { access, pass: (ms: number) => void (nowMs += ms) };
}

it('redeems a launch code once', () => {
  const { access } = fixture();
  const code = access.issueLaunchCode();
  const session = access.redeem(code);
  expect(session && access.sessionOf([session.cookie])).toEqual(session);
  expect(access.redeem(code)).toBeUndefined();
});

it('refuses a launch code after 60 s', () => {
  const { access, pass } = fixture();
  const code = access.issueLaunchCode();
  pass(LAUNCH_CODE_LIFE_MS);
  expect(access.redeem(code)).toBeUndefined();
});

it('keeps sessions apart and needs exactly one cookie', () => {
  const { access } = fixture();
  const first = access.redeem(access.issueLaunchCode());
  const second = access.redeem(access.issueLaunchCode());
  if (!first || !second) throw new Error('both codes are fresh');
  expect(access.sessionOf([])).toBeUndefined();
  expect(access.sessionOf([first.cookie, second.cookie])).toBeUndefined();
  expect(access.sessionOf(['guess'])).toBeUndefined();
  expect(access.mayChange(first, first.token)).toBe(true);
  expect(access.mayChange(first, second.token)).toBe(false);
  expect(access.mayChange(first, undefined)).toBe(false);
  expect(access.mayChange(first, '')).toBe(false);
});
