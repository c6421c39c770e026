import { expect, test } from 'vitest';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import root from '../fixtures/debian-12-machine-root/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseSessions } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };

test('counts by kind, a greeter is nobody; failed units', () => {
  expect(parseProbe(physical, options).facts.sessions).toEqual({ remote: 2, local: 1, graphical: 0, other: 0, users: 2, loginAccounts: 1, failedUnits: 1 });
});

test('nobody logged in is a zero, systemd that does not run is not known', () => {
  expect(parseProbe(root, options).facts.sessions).toEqual({ remote: 0, local: 0, graphical: 0, other: 0, users: 0, loginAccounts: 1 });
});

test('without logind and who only accounts are known', () => {
  expect(parseSessions(['accounts 3', 'reboot-required'])).toEqual({ loginAccounts: 3, restartRequired: true });
  expect(parseSessions(['session remote -1', 'users many', ''])).toBeUndefined();
});
