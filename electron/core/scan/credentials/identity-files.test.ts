import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeKeyPair } from '../../../../test/support/sshd.ts';
import { createIdentityFiles } from './identity-files.ts';

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'landfall-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.ssh'));
  writeFileSync(join(folder, '.ssh/id_city'), makeKeyPair().privateKey);
  writeFileSync(join(folder, 'elsewhere'), makeKeyPair().privateKey);
  return folder;
}

test('only keys of the ssh folder, or of a config the user chose, are read', async () => {
  const folder = home();
  symlinkSync(join(folder, 'elsewhere'), join(folder, '.ssh/link'));
  const files = createIdentityFiles(folder);
  expect(await files.credentialFor(join(folder, '.ssh/id_city'))).toMatchObject({ id: join(folder, '.ssh/id_city'), credential: { kind: 'key' } });
  expect(await files.credentialFor(join(folder, 'elsewhere'))).toBeUndefined();
  expect(await files.credentialFor(join(folder, '.ssh/../elsewhere'))).toBeUndefined();
  expect(await files.credentialFor(join(folder, '.ssh/link'))).toBeUndefined();
  expect(await files.credentialFor('id_city')).toBeUndefined();
  files.allow([join(folder, 'elsewhere')]);
  expect(await files.credentialFor(join(folder, 'elsewhere'))).toMatchObject({ credential: { kind: 'key' } });
});

test('a key that is missing or none leaves the host to the credential of the run', async () => {
  const folder = home();
  writeFileSync(join(folder, '.ssh/notes'), 'not a key');
  const files = createIdentityFiles(folder);
  expect(await files.credentialFor(join(folder, '.ssh/gone'))).toBeUndefined();
  expect(await files.credentialFor(join(folder, '.ssh/notes'))).toBeUndefined();
});
