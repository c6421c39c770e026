import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type ssh2 from 'ssh2';
import type { Dial } from '../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { openSession } from '../../../agents/ssh/open-session.ts';
import { scanHost } from '../../../agents/ssh/scan-host.ts';
import { startDelayedLine } from '../../support/delayed-line.ts';
import { startSshFault, type FaultServer, type SshFaultOptions } from '../../support/fault-servers.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd } from '../../support/sshd.ts';

const key = makeKeyPair();
const missing = sshdMissing();
const options = { signal: new AbortController().signal, now: () => new Date() };
const script = { command: 'x', stdin: 'y', beginMarker: '@n BEGIN ', endMarker: '@n END ' };
const dial = ({ host, port }: { host: string; port: number }, more: Partial<Dial> = {}): Dial => ({ host, port, user: 'ops', credential: { kind: 'key', privateKey: key.privateKey }, verifyHostKey: async () => 'accept', ...more });

/** Of all processes of this machine; one that ended meanwhile has none. */
function commandLines(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')];
    } catch {
      return [];
    }
  });
}

async function sshFault(more: SshFaultOptions): Promise<FaultServer> {
  const server = await startSshFault(more);
  onTestFinished(() => server.close());
  return server;
}

describe('a server that asks for more than it was asked', () => {
  /** What the server asks the client for, and how it was answered. */
  const ASKS: readonly (readonly [string, (client: ssh2.Connection, answered: (error: Error | undefined) => void) => void])[] = [
    ['the screen', (client, answered) => client.x11('127.0.0.1', 6000, answered)],
    ['a connection it says was forwarded', (client, answered) => client.forwardOut('127.0.0.1', 22, '10.0.0.1', 4000, answered)],
    ['a socket it says was forwarded', (client, answered) => client.openssh_forwardOutStreamLocal('/run/agent.sock', answered)],
  ];
  test.each(ASKS)('N15 %s: refused, and the scan goes on', async (_label, ask) => {
    const answers: (string | undefined)[] = [];
    const server = await sshFault({
      exec: (channel, client) => ask(client, (error) => {
        answers.push(error?.message);
        channel.write('@n BEGIN 1 0 root\n@n END 3.2\n');
      }),
    });
    const result = await scanHost(dial(server), { ...options, script, timeoutMs: 30_000 });
    expect(answers).toEqual([expect.stringMatching(/open failure/i)]);
    expect(result).toMatchObject({ problems: [], text: '@n BEGIN 1 0 root\n@n END 3.2\n' });
  });
});

describe('answers without end', () => {
  test('N30 one line of 50 MB is cut at the cap and the line hung up', async () => {
    const piece = Buffer.alloc(1 << 20, 0x78);
    let sent = 0;
    const server = await sshFault({
      exec: (channel) => {
        const pour = (): void => {
          while (sent < 50 && channel.writable) {
            sent += 1;
            if (!channel.write(piece)) return;
          }
        };
        channel.on('drain', pour);
        channel.write('@n BEGIN 1 0 root\n');
        pour();
      },
    });
    const result = await scanHost(dial(server), { ...options, script, timeoutMs: 30_000 });
    expect(result.problems).toEqual([{ code: 'OUTPUT_TRUNCATED', params: { bytes: 4 << 20 } }]);
    expect(result.bytes).toBe(4 << 20);
    await expect.poll(() => server.connections(), { timeout: 10_000 }).toBe(0);
    expect(sent).toBeLessThan(50);
  });

  test('N29 a byte at a time after the login runs out of time, what came is kept', async () => {
    const answer = '@n BEGIN 1 0 root\n@n os 1\nNAME="Kylin"\n';
    const server = await sshFault({
      exec: (channel) => {
        let at = 0;
        const timer = setInterval(() => (at < answer.length ? channel.write(answer[at++] ?? '') : channel.write('.')), 10);
        channel.on('close', () => clearInterval(timer));
      },
    });
    const result = await scanHost(dial(server), { ...options, script, timeoutMs: 2000 });
    expect(result.problems).toEqual([{ code: 'CMD_TIMEOUT', params: { seconds: 2 } }]);
    expect(result.text.startsWith('@n BEGIN 1 0 root\n')).toBe(true);
  });
});

describe('names', () => {
  const failure = async (run: Promise<unknown>): Promise<HostFailure> => {
    const error = await run.then(() => undefined, (reason: unknown) => reason);
    if (!(error instanceof HostFailure)) throw new Error(`Not a HostFailure: ${String(error)}`);
    return error;
  };
  test('N34 a name that is not answered in time ends the contact, and says that it was the name', async () => {
    const addresses = { addressOf: () => new Promise<string>(() => undefined) };
    expect((await failure(openSession(dial({ host: 'slow.example.gov', port: 22 }, { timeouts: { connectMs: 50 } }), { ...options, addresses }))).error).toEqual({ code: 'DNS_FAIL', params: { host: 'slow.example.gov', reason: 'timeout' } });
  });
});

describe.skipIf(missing !== undefined)(`OpenSSH${missing ? ` (skipped: ${missing})` : ''}`, () => {
  async function openSshd(config: readonly string[] = []): Promise<RunningSshd> {
    const sshd = await startSshd({ users: [{ name: 'ops', authorizedKeys: [key.publicKey] }], config });
    onTestFinished(() => sshd.close());
    return sshd;
  }

  test('N15 a server that would forward agent and screen is given neither', async () => {
    const sshd = await openSshd(['AllowAgentForwarding yes', 'X11Forwarding yes']);
    const session = await openSession(dial(sshd), options);
    onTestFinished(() => session.close());
    const { stdout } = await session.run({ command: 'env; echo done', stdin: '', maxBytes: 10_000, timeoutMs: 10_000, signal: options.signal });
    expect(stdout.toString()).toContain('done');
    expect(stdout.toString()).not.toMatch(/SSH_AUTH_SOCK|DISPLAY/);
  });

  test('N30 output without end is cut at the cap, and what wrote it ends on the host', async () => {
    const sshd = await openSshd();
    const endless = { ...script, command: "echo '@n BEGIN 1 0 root'; exec yes landfall-endless", stdin: '' };
    const result = await scanHost(dial(sshd), { ...options, script: endless, maxBytes: 1 << 20, timeoutMs: 30_000 });
    expect(result.problems).toEqual([{ code: 'OUTPUT_TRUNCATED', params: { bytes: 1 << 20 } }]);
    await expect.poll(() => commandLines().filter((line) => line.includes('landfall-endless')), { timeout: 5000 }).toEqual([]);
  });

  test('N33 with half a second of round-trip time the script and its answer take six turns at most behind the login, the login as many', { timeout: 60_000 }, async () => {
    const sshd = await openSshd();
    const line = await startDelayedLine(sshd, 250);
    onTestFinished(() => line.close());
    const rows = 20_000;
    const stdin = `${'# a line of the script\n'.repeat(1000)}echo '@n BEGIN 1 0 root'; i=0; while [ $i -lt ${rows} ]; do echo "row $i"; i=$((i+1)); done; echo '@n END 1'\n`;
    const session = await openSession(dial({ host: sshd.host, port: line.port }), options);
    onTestFinished(() => session.close());
    expect(session.handshake.durationMs).toBeGreaterThan(1000);
    const login = line.turns();
    const { ended, stdout } = await session.run({ command: '/bin/sh -s', stdin, until: '@n END ', maxBytes: 4 << 20, timeoutMs: 30_000, signal: options.signal });
    expect(ended).toBe('marker');
    expect(stdout.toString().split('\n').length).toBeGreaterThan(rows);
    expect(login).toBeLessThanOrEqual(6);
    expect(line.turns() - login).toBeLessThanOrEqual(6);
  });
});
