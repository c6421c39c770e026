import { onTestFinished, describe, expect, test } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import type { AuthContext } from 'ssh2';
import type { Credential, Dial } from '../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { openSession } from '../../../agents/ssh/open-session.ts';
import { scanHost } from '../../../agents/ssh/scan-host.ts';
import { endlessOutput, startSshFault, startTcpFault, type FaultServer, type SshFaultOptions, type TcpFault } from '../../support/fault-servers.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const key = makeKeyPair();
const byKey: Credential = { kind: 'key', privateKey: key.privateKey };
const byPassword: Credential = { kind: 'password', password: 'hunter2' };
const options = { signal: new AbortController().signal, now: () => new Date() };
const script = { command: 'x', stdin: 'y', beginMarker: '@n BEGIN ', endMarker: '@n END ' };

function dial({ host, port }: { host: string; port: number }, more: Partial<Dial> = {}): Dial {
  return { host, port, user: 'ops', credential: byKey, verifyHostKey: async () => 'accept', timeouts: { connectMs: 1000, bannerMs: 400, handshakeMs: 700 }, ...more };
}
async function failure(run: Promise<unknown>): Promise<HostFailure> {
  const error = await run.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof HostFailure)) throw new Error(`Not a HostFailure: ${String(error)}`);
  return error;
}
async function sshFault(more: SshFaultOptions): Promise<FaultServer> {
  const server = await startSshFault(more);
  onTestFinished(() => server.close());
  return server;
}

describe('before SSH begins', () => {
  test.each<[TcpFault, string]>([
    ['silent', 'NO_BANNER'], ['tarpit', 'TARPIT'], ['http', 'NOT_SSH'], ['smtp', 'NOT_SSH'], ['ssh1', 'SSH1_ONLY'], ['garbage', 'PROTOCOL_GARBAGE'], ['garbageAfterIdent', 'PROTOCOL_GARBAGE'],
    ['identOnly', 'TARPIT'], ['reset', 'RESET_BEFORE_BANNER'], ['closed', 'RESET_BEFORE_BANNER'], ['penalised', 'SOURCE_PENALISED'], ['maxStartups', 'RESET_BEFORE_BANNER'], ['flood', 'NOT_SSH'],
  ])('N14 N25 N26 N27 N28 %s → %s', async (kind, code) => {
    const server = await startTcpFault(kind);
    onTestFinished(() => server.close());
    expect((await failure(openSession(dial(server), options))).error.code).toBe(code);
  });

  test('nobody listens, no such name, no such address', async () => {
    const server = await startTcpFault('silent');
    await server.close();
    expect((await failure(openSession(dial(server), options))).error.code).toBe('REFUSED');
    expect((await failure(openSession(dial({ host: 'no-such-host.invalid', port: 22 }), options))).error.code).toBe('DNS_FAIL');
    expect((await failure(openSession(dial({ host: 'fe80::1%landfall0', port: 22 }), options))).error.code).toBe('UNREACHABLE');
  });

  test('cancelling ends a silent contact at once', async () => {
    const server = await startTcpFault('silent');
    onTestFinished(() => server.close());
    const controller = new AbortController();
    const run = openSession(dial(server, { timeouts: { bannerMs: 60_000, handshakeMs: 60_000 } }), { ...options, signal: controller.signal, log: () => controller.abort() });
    expect((await failure(run)).error.code).toBe('CANCELLED');
  });
});

describe('host keys', () => {
  test.each([['unknown', 'HOSTKEY_UNKNOWN'], ['changed', 'HOSTKEY_CHANGED']] as const)('N03 N05 %s: nothing is sent to it', async (verdict, code) => {
    const server = await sshFault({});
    const failed = await failure(openSession(dial(server, { credential: byPassword, verifyHostKey: async () => verdict }), options));
    expect(failed.error.code).toBe(code);
    expect(failed.error.params['fingerprint']).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
    expect(server.tried).toEqual([]);
  });
  test('a verifier that breaks counts as unknown', async () => {
    const server = await sshFault({});
    const failed = await failure(openSession(dial(server, { verifyHostKey: async () => { throw new Error('store gone'); } }), options));
    expect(failed.error.code).toBe('HOSTKEY_UNKNOWN');
    expect(server.tried).toEqual([]);
  });
});

describe('a verdict that comes too late', () => {
  const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(() => { setImmediate(resolve); }); });
  test.each([true, false])('after cancelling (accepted: %s) it does no harm', async (accepted) => {
    const server = await sshFault({});
    const controller = new AbortController();
    let answered = (): void => undefined;
    const late = new Promise<void>((resolve) => { answered = resolve; });
    const verifyHostKey = async (): Promise<'accept' | 'unknown'> => {
      controller.abort();
      await turn();
      answered();
      return accepted ? 'accept' : 'unknown';
    };
    expect((await failure(openSession(dial(server, { verifyHostKey }), { ...options, signal: controller.signal }))).error.code).toBe('CANCELLED');
    await late;
    await turn();
    expect(server.tried).toEqual([]);
  });
  test('after the server hung up', async () => {
    const server = await startSshFault({});
    const verifyHostKey = async (): Promise<'accept'> => {
      await server.close();
      await turn();
      return 'accept';
    };
    expect(['CONNECTION_LOST', 'PROTOCOL_GARBAGE']).toContain((await failure(openSession(dial(server, { verifyHostKey }), options))).error.code);
    await turn();
  });
});

describe('algorithms', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const legacy: SshFaultOptions = { hostKey: rsa, algorithms: { kex: ['diffie-hellman-group14-sha1'], serverHostKey: ['ssh-rsa'], cipher: ['aes128-cbc'], hmac: ['hmac-sha1'] } };
  test('N17 what only SHA-1 and CBC can serve is named, and works by exception', async () => {
    const server = await sshFault(legacy);
    const failed = await failure(openSession(dial(server), options));
    expect(failed.error).toMatchObject({ code: 'CRYPTO_LEGACY', params: { kex: expect.stringContaining('diffie-hellman-group14-sha1'), hostKey: 'ssh-rsa', needs: 'sha1 cbc' } });
    const session = await openSession(dial(server, { allowCrypto: ['sha1', 'cbc'] }), options);
    expect(session.handshake).toMatchObject({ kex: 'diffie-hellman-group14-sha1', hostKeyAlgorithm: 'ssh-rsa', cipher: 'aes128-cbc' });
    session.close();
  });
  test('N18 nothing in common, not even by exception: both sides\' offers are listed', async () => {
    const server = await sshFault({ algorithms: { kex: ['diffie-hellman-group-exchange-sha1'] } });
    expect((await failure(openSession(dial(server), options))).error).toMatchObject({ code: 'CRYPTO_NONE_COMMON', params: { kex: expect.stringContaining('diffie-hellman-group-exchange-sha1'), ours: expect.stringContaining('curve25519-sha256') } });
  });
});

describe('authentication', () => {
  const keyboard = (prompts: { prompt: string; echo: boolean }[], answered: (answers: string[]) => void) => (context: AuthContext): void => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    context.prompt(prompts, (answers) => { answered(answers ?? []); context.accept(); });
  };
  test('N06 a wrong password is sent exactly once', async () => {
    const server = await sshFault({ authenticate: (context) => context.reject(['password', 'keyboard-interactive', 'publickey']) });
    const failed = await failure(openSession(dial(server, { credential: byPassword }), options));
    expect(failed.error).toMatchObject({ code: 'AUTH_REJECTED', params: { user: 'ops', method: 'password' } });
    expect(server.tried).toEqual(['none', 'password']);
    expect(JSON.stringify(failed) + failed.stack).not.toContain('hunter2');
  });
  test('a password is not typed where only keys are asked for', async () => {
    const server = await sshFault({ authenticate: (context) => context.reject(['publickey']) });
    expect((await failure(openSession(dial(server, { credential: byPassword }), options))).error.code).toBe('AUTH_METHOD_NOT_OFFERED');
    expect(server.tried).toEqual(['none']);
  });
  test('a key where only passwords are asked for', async () => {
    const server = await sshFault({ authenticate: (context) => context.reject(['password']) });
    expect((await failure(openSession(dial(server), options))).error.code).toBe('AUTH_METHOD_NOT_OFFERED');
  });
  test('N07 one hidden prompt gets the password, once', async () => {
    const answers: string[][] = [];
    const server = await sshFault({ authenticate: keyboard([{ prompt: 'Password: ', echo: false }], (given) => answers.push(given)) });
    const session = await openSession(dial(server, { credential: byPassword }), options);
    session.close();
    expect(answers).toEqual([['hunter2']]);
  });
  test.each([
    ['N10 two prompts', [{ prompt: 'Password: ', echo: false }, { prompt: 'Code: ', echo: false }], 'AUTH_INTERACTIVE_2FA'],
    ['a visible prompt', [{ prompt: 'Token: ', echo: true }], 'AUTH_INTERACTIVE_2FA'],
    ['N09 a new password', [{ prompt: 'New password: ', echo: false }], 'AUTH_PASSWORD_EXPIRED'],
  ])('%s: nothing is typed', async (_label, prompts, code) => {
    const answers: string[][] = [];
    const server = await sshFault({ authenticate: keyboard(prompts, (given) => answers.push(given)) });
    expect((await failure(openSession(dial(server, { credential: byPassword }), options))).error.code).toBe(code);
    expect(answers).toEqual([]);
  });
  test('N09 an expired password is not changed', async () => {
    const server = await sshFault({ authenticate: (context) => (context.method === 'password' ? context.requestChange('Password expired', () => context.reject()) : context.reject(['password'])) });
    expect((await failure(openSession(dial(server, { credential: byPassword }), options))).error.code).toBe('AUTH_PASSWORD_EXPIRED');
  });
  test('N10 a second factor after the key', async () => {
    const server = await sshFault({ authenticate: (context) => context.reject(['keyboard-interactive'], true) });
    expect((await failure(openSession(dial(server), options))).error.code).toBe('AUTH_INTERACTIVE_2FA');
  });
  test('an encrypted key without its passphrase never dials', async () => {
    const locked = makeKeyPair('open sesame');
    const server = await sshFault({});
    const failed = await failure(openSession(dial(server, { credential: { kind: 'key', privateKey: locked.privateKey } }), options));
    expect(failed.error).toMatchObject({ code: 'AUTH_REJECTED', params: { reason: 'passphraseNeeded' } });
    const session = await openSession(dial(server, { credential: { kind: 'key', privateKey: locked.privateKey, passphrase: 'open sesame' } }), options);
    session.close();
  });
});

describe('after the login', () => {
  const scan = (server: FaultServer, more: { maxBytes?: number; timeoutMs?: number; signal?: AbortSignal } = {}) => scanHost(dial(server), { ...options, script, ...more });
  test('N30 endless output is cut at the cap', async () => {
    const server = await sshFault({ exec: (channel) => { channel.write('@n BEGIN 1 0 root\n'); endlessOutput(channel); } });
    const result = await scan(server, { maxBytes: 300_000 });
    expect(result.bytes).toBe(300_000);
    expect(result.problems).toEqual([{ code: 'OUTPUT_TRUNCATED', params: { bytes: 300_000 } }]);
  });
  test('N20 a channel that never closes does not hold a finished scan', async () => {
    const server = await sshFault({ exec: (channel) => { channel.write('@n BEGIN 1 0 root\n@n EN'); channel.write('D 3.2\n'); } });
    const result = await scan(server, { timeoutMs: 30_000 });
    expect(result).toMatchObject({ problems: [], text: '@n BEGIN 1 0 root\n@n END 3.2\n' });
  });
  test('N29 silence after the login runs out of time, what came is kept', async () => {
    const server = await sshFault({ exec: (channel) => { channel.write('@n BEGIN 1 0 root\n@n os 1\n'); } });
    expect((await scan(server, { timeoutMs: 200 })).problems).toEqual([{ code: 'CMD_TIMEOUT', params: { seconds: 0.2 } }]);
  });
  test('N21 a line that is cut under the script', async () => {
    const server = await sshFault({ exec: (channel, client) => { channel.write('@n BEGIN 1 0 root\n', () => client.end()); } });
    expect((await scan(server)).problems.map((problem) => problem.code)).toEqual(['CONNECTION_LOST']);
  });
  test.each([
    ['This account is currently not available.\n', 'SHELL_RESTRICTED'],
    ['WARNING: Your password has expired.\nPassword change required but no TTY available.\n', 'AUTH_PASSWORD_EXPIRED'],
  ])('N23 no shell: %s', async (said, code) => {
    const server = await sshFault({ exec: (channel) => { channel.stderr.write(said); channel.exit(1); channel.close(); } });
    expect((await failure(scan(server))).error.code).toBe(code);
  });
  test.each(['OpenSSH_for_Windows_9.5', 'Comware-7.1.070'])('H23 %s has no POSIX shell: nothing is run', async (ident) => {
    const commands: string[] = [];
    const server = await sshFault({ ident, exec: (channel, _client, command) => { commands.push(command); channel.close(); } });
    expect((await failure(scan(server))).error).toEqual({ code: 'PLATFORM_UNSUPPORTED', params: { platform: ident } });
    expect(commands).toEqual([]);
  });
  test('cancelling stops a running script', async () => {
    const controller = new AbortController();
    const server = await sshFault({ exec: (channel) => { channel.write('@n BEGIN 1 0 root\n', () => controller.abort()); } });
    expect((await failure(scan(server, { signal: controller.signal }))).error.code).toBe('CANCELLED');
  });
});

describe('a session whose line is gone', () => {
  test('run and forward say so in the same words as any failure, and close is quiet', async () => {
    const server = await startSshFault({});
    const session = await openSession(dial(server), options);
    const first = session.run({ command: 'x', stdin: '', maxBytes: 10, timeoutMs: 5000, signal: options.signal });
    await first;
    await server.close();
    const run = () => session.run({ command: 'x', stdin: '', maxBytes: 10, timeoutMs: 5000, signal: options.signal });
    expect((await failure(run())).error.code).toBe('CONNECTION_LOST');
    expect((await failure(session.forward('127.0.0.1', 1, { timeoutMs: 5000, signal: options.signal }))).error.code).toMatch(/CONNECTION_LOST|BASTION_FAILED/);
    session.close();
    session.close();
    expect(session.isOpen).toBe(false);
  });
});
