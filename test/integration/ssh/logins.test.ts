import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Credential, Dial } from '../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { openSession } from '../../../agents/ssh/open-session.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd } from '../../support/sshd.ts';
import { tempDir } from '../../support/temp-dir.ts';

const missing = sshdMissing();
const options = { signal: new AbortController().signal, now: () => new Date() };

async function login(server: RunningSshd, user: string, credential: Credential): Promise<string> {
  const dial: Dial = { host: server.host, port: server.port, user, credential, verifyHostKey: async () => 'accept' };
  try {
    const session = await openSession(dial, options);
    session.close();
    return 'ready';
  } catch (error) {
    return error instanceof HostFailure ? error.error.code : String(error);
  }
}

describe.skipIf(missing !== undefined || !existsSync('/usr/bin/ssh-agent'))(`the user's agent (${missing ?? 'runs'})`, () => {
  test('signs for us: the key itself is never read', async () => {
    const key = makeKeyPair();
    const server = await startSshd({ users: [{ name: 'lfops', authorizedKeys: [key.publicKey] }] });
    onTestFinished(() => server.close());
    const folder = tempDir('agent');
    const socket = join(folder, 'agent.sock');
    const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => { agent.kill(); });
    await new Promise<void>((resolve) => { agent.stdout.once('data', () => resolve()); });
    expect(await login(server, 'lfops', { kind: 'agent', socket })).toBe('AUTH_REJECTED');
    writeFileSync(join(folder, 'key'), key.privateKey, { mode: 0o600 });
    execFileSync('ssh-add', ['-q', join(folder, 'key')], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
    expect(await login(server, 'lfops', { kind: 'agent', socket })).toBe('ready');
    expect(await login(server, 'lfops', { kind: 'agent', socket: join(folder, 'none.sock') })).toBe('AUTH_REJECTED');
    expect(server.log()).not.toContain('auth-agent@openssh.com');
  });
});

describe.skipIf(missing !== undefined || !existsSync('/etc/pam.d'))(`passwords through PAM (${missing ?? 'runs'})`, () => {
  const pam = 'printf "auth required pam_unix.so\\naccount required pam_unix.so\\nsession required pam_permit.so\\npassword required pam_unix.so\\n" >$FOLDER/pam; mount --bind $FOLDER/pam /etc/pam.d/sshd';
  let server: RunningSshd;
  beforeAll(async () => {
    server = await startSshd({
      users: [{ name: 'lfops', password: 'right' }, { name: 'lfold', password: 'right', expired: true }], prepare: pam,
      config: ['UsePAM yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication yes', 'PubkeyAuthentication no'],
    });
  });
  afterAll(() => server.close());

  test('N07 one prompt, one answer', async () => {
    expect(await login(server, 'lfops', { kind: 'password', password: 'right' })).toBe('ready');
    await expect.poll(() => server.log()).toContain('Accepted keyboard-interactive/pam for lfops');
  });
  test('a wrong password is counted once', async () => {
    expect(await login(server, 'lfops', { kind: 'password', password: 'wrong' })).toBe('AUTH_REJECTED');
    await expect.poll(() => server.log().match(/Failed keyboard-interactive\/pam for lfops/g)?.length).toBe(1);
  });
  test('N09 an expired password: no new one is typed', async () => {
    expect(await login(server, 'lfold', { kind: 'password', password: 'right' })).toBe('AUTH_PASSWORD_EXPIRED');
  });
  test('a key where only keyboard-interactive is asked for', async () => {
    expect(await login(server, 'lfops', { kind: 'key', privateKey: makeKeyPair().privateKey })).toBe('AUTH_METHOD_NOT_OFFERED');
  });
});
