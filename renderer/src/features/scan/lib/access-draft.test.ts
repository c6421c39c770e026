import { expect, test } from 'vitest';
import { credentialIdSchema, fileTokenSchema } from '../../../../../shared/kernel/ids.ts';
import { accessProblems, NEW_ACCESS, runOptionsOf } from './access-draft.ts';

test('the agent needs nothing more; empty fields are left out of the request', () => {
  expect(runOptionsOf(NEW_ACCESS)).toEqual({ credential: { kind: 'agent' }, hostKeyPolicy: 'ask', concurrency: 16, useSudo: true });
  expect(runOptionsOf({ ...NEW_ACCESS, user: ' scan ', jump: 'ops@10.0.0.1:2222' })).toMatchObject({ credential: { kind: 'agent', user: 'scan' }, jump: 'ops@10.0.0.1:2222' });
});

test('only the chosen kind of secret leaves the draft', () => {
  const both = { ...NEW_ACCESS, password: 'p', passphrase: 'q', keyFile: { token: fileTokenSchema.parse('file-1'), name: 'id' } };
  expect(runOptionsOf({ ...both, kind: 'agent' })?.credential).toEqual({ kind: 'agent' });
  expect(runOptionsOf({ ...both, kind: 'password' })?.credential).toEqual({ kind: 'password', password: 'p' });
  expect(runOptionsOf({ ...both, kind: 'vault', credentialId: credentialIdSchema.parse('credential-1') })?.credential).toEqual({ kind: 'vault', id: 'credential-1' });
  expect(runOptionsOf({ ...both, kind: 'key-file' })?.credential).toEqual({ kind: 'key-file', file: 'file-1', passphrase: 'q' });
});

test('what is missing is named and stops the run', () => {
  expect(accessProblems({ ...NEW_ACCESS, kind: 'key-file' })).toEqual(['keyFileMissing']);
  expect(accessProblems({ ...NEW_ACCESS, kind: 'password', concurrency: null })).toEqual(['passwordMissing', 'concurrencyMissing']);
  expect(runOptionsOf({ ...NEW_ACCESS, kind: 'password' })).toBeNull();
});

test.each([['ops@gate', true], ['ops@[::1]:22', true], ['gate', false], ['ops@gate;rm', true], ['ops@ga te', false], ['a@b:22:22', false], ['ops@gate,ops@inner:2200', true], ['ops@gate,inner', false]])('jump host %s', (jump, fits) => {
  expect(accessProblems({ ...NEW_ACCESS, jump }).includes('jumpForm')).toBe(!fits);
});
