import { generateKeyPairSync } from 'node:crypto';
import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { loadPrivateKey } from './load-private-key.ts';

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open sesame' }).toString();
const openssh = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, passphrase: 'open sesame', cipher: 'aes256-ctr', rounds: 4 });

test.each([['PEM', pem, undefined, 'ssh-rsa'], ['PEM with a passphrase', locked, 'open sesame', 'ecdsa-sha2-nistp256'], ['OpenSSH with a passphrase', openssh.private, 'open sesame', 'ecdsa-sha2-nistp256']])('V10 %s is read', (_label, text, passphrase, type) => {
  expect(loadPrivateKey(text, passphrase)).toMatchObject({ ok: true, type });
});

test.each([
  ['no passphrase', openssh.private, undefined, 'passphraseNeeded'], ['a wrong passphrase', openssh.private, 'shut', 'wrongPassphrase'], ['a wrong passphrase (PEM)', locked, 'shut', 'wrongPassphrase'], ['the public half', openssh.public, undefined, 'publicKey'],
  ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n', undefined, 'putty'], ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), undefined, 'notAKey'], ['nothing', '', undefined, 'notAKey'], ['a megabyte', 'a'.repeat(1 << 20), undefined, 'notAKey'],
])('V10 %s is named', (_label, content, passphrase, problem) => {
  expect(loadPrivateKey(content, passphrase)).toEqual({ ok: false, problem });
});
