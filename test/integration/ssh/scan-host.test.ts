import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe, type ParsedProbe } from '../../../agents/probes/parse-probe.ts';
import type { Dial } from '../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { createJumpPool } from '../../../agents/ssh/jump-pool.ts';
import { judgeHostKey, parseKnownHosts } from '../../../agents/ssh/known-hosts.ts';
import { openSession } from '../../../agents/ssh/open-session.ts';
import { scanHost, type HostScan } from '../../../agents/ssh/scan-host.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd } from '../../support/sshd.ts';

const missing = sshdMissing();
const key = makeKeyPair();
const now = (): Date => new Date();
const signal = new AbortController().signal;

function dialTo(server: RunningSshd, user: string, more: Partial<Dial> = {}): Dial {
  const { entries } = parseKnownHosts(server.knownHostsLine);
  return {
    host: server.host, port: server.port, user, credential: { kind: 'key', privateKey: key.privateKey },
    verifyHostKey: async (shown) => ({ trusted: 'accept', changed: 'changed', revoked: 'changed', unknown: 'unknown' } as const)[judgeHostKey(entries, shown)], ...more,
  };
}
const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const listening = (): string[] => run('ss', '-Hltn').trim().split('\n').map((line) => line.split(/\s+/)[3] ?? '');
let listeningBefore: string[] = [];
async function scan(dial: Dial, useSudo = false): Promise<{ scanned: HostScan; parsed: ParsedProbe }> {
  const nonce = randomBytes(12).toString('hex');
  listeningBefore = listening();
  const scanned = await scanHost(dial, { signal, now, script: buildProbe({ nonce, useSudo }) });
  return { scanned, parsed: parseProbe(scanned.text, { nonce, collectedAt: now().toISOString(), sudoAsked: useSudo }) };
}
async function codeOf(run: Promise<unknown>): Promise<string> {
  return await run.then(() => 'none', (error: unknown) => (error instanceof HostFailure ? error.error.code : String(error)));
}
/** What the machine's own tools say, against what the scan brought. */
function expectTruth({ facts }: ParsedProbe): void {
  expect(facts.identity).toMatchObject({ hostname: hostname(), machineId: readFileSync('/etc/machine-id', 'utf8').trim(), bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() });
  expect(facts.os).toMatchObject({ id: /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1], kernel: run('uname', '-r').trim(), architecture: run('uname', '-m').trim() });
  expect(facts.cpu?.threads).toBe(Number(run('nproc').trim()));
  expect(facts.memory?.memBytes).toBe(Number(/^MemTotal:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) * 1024);
  const [, size] = run('df', '-kP', '/').trim().split('\n').at(-1)?.split(/\s+/) ?? [];
  expect(facts.filesystems?.find((each) => each.mountPoint === '/')?.sizeBytes).toBe(Number(size) * 1024);
  const installed = run('dpkg-query', '-W', '-f', '${db:Status-Status}|${Package}|${Version}|${Architecture}\n').split('\n').filter((line) => line.startsWith('installed|')).map((line) => line.slice(10)).toSorted();
  expect(facts.packages?.items.map((each) => `${each.name}|${each.version}|${each.architecture}`).toSorted()).toEqual(installed);
  // Other programs of the machine come and go: only what listened before and after counts.
  const after = new Set(listening());
  const steady = listeningBefore.filter((text) => after.has(text));
  expect(steady.filter((text) => facts.listeners?.some((each) => text.endsWith(`:${each.port}`)) !== true)).toEqual([]);
  expect(steady.length).toBeGreaterThan(0);
  expect(facts.sections.filter((report) => !['complete', 'partial', 'absent'].includes(report.state))).toEqual([]);
}

describe.skipIf(missing !== undefined)(`OpenSSH (${missing ?? 'runs'})`, () => {
  let city: RunningSshd;
  let other: RunningSshd;
  const stranger = makeKeyPair();
  beforeAll(async () => {
    const users = [
      { name: 'lfroot', uid: 0, authorizedKeys: [key.publicKey], password: 'right' }, { name: 'lfops', authorizedKeys: [key.publicKey], password: 'right' },
      { name: 'lfold', password: 'right', expired: true }, { name: 'lfnone', authorizedKeys: [key.publicKey], shell: '/usr/sbin/nologin' }, { name: 'lfbash', authorizedKeys: [key.publicKey], shell: '/bin/bash' },
      { name: 'lfrbash', authorizedKeys: [key.publicKey], shell: '/bin/rbash' },
    ];
    const sudoers = 'if [ -d /etc/sudoers.d ]; then cp -r /etc/sudoers.d $FOLDER/sudoers.d; printf "lfbash ALL=(root) NOPASSWD: /bin/sh -s\\n" >$FOLDER/sudoers.d/landfall; chown -R root:root $FOLDER/sudoers.d; chmod 440 $FOLDER/sudoers.d/landfall; mount --bind $FOLDER/sudoers.d /etc/sudoers.d; fi';
    city = await startSshd({ users, prepare: sudoers });
    other = await startSshd({ users: [{ name: 'lfops', authorizedKeys: [stranger.publicKey] }], config: ['PasswordAuthentication no', 'KbdInteractiveAuthentication no'] });
  });
  afterAll(async () => { await city.close(); await other.close(); });

  test('root: facts are what the machine says, sockets have owners, nothing is lost', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as AddressInfo;
    const { parsed, scanned } = await scan(dialTo(city, 'lfroot'));
    server.close();
    expect(scanned.problems).toEqual([]);
    expect(parsed.problems).toEqual([]);
    expectTruth(parsed);
    expect(parsed.facts.privilege).toBe('root');
    expect(parsed.facts.listeners).toContainEqual({ transport: 'tcp', address: '127.0.0.1', port, processName: expect.any(String), pid: process.pid });
    expect(parsed.facts.flows?.filter((flow) => flow.port === city.port)).toEqual([]);
    expect(parsed.facts.processes?.some((each) => each.pid === process.pid && each.residentBytes !== undefined)).toBe(true);
  });

  test('an ordinary account: the same machine, and a list of what a higher right would add', async () => {
    const { parsed } = await scan(dialTo(city, 'lfops'), true);
    expectTruth(parsed);
    expect(parsed.facts.privilege).toBe('user');
    expect(parsed.problems.map((problem) => problem.code)).toEqual(['SUDO_MISSING']);
    expect(city.log()).not.toContain('Accepted password');
  });

  test('a flow between two machines is seen from its client', async () => {
    const nic = parseNic();
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, nic, resolve); });
    const { port } = server.address() as AddressInfo;
    const client = connect({ host: nic, port, localAddress: '127.0.0.1' });
    await new Promise<void>((resolve) => { client.once('connect', () => resolve()); });
    const { text } = (await scan(dialTo(city, 'lfroot'))).scanned;
    client.destroy();
    server.close();
    expect(text).toContain(`F tcp out ${nic} ${port} 1 ${process.pid} `);
  });

  test.skipIf(!sudoInstalled())('sudo: root facts from an account with the one rule, bash as login shell', async () => {
    const { parsed } = await scan(dialTo(city, 'lfbash'), true);
    expect(parsed.facts.privilege).toBe('sudo');
    expect(parsed.problems).toEqual([]);
    expectTruth(parsed);
  });

  test('another key than the known one: changed, and no login is tried', async () => {
    const before = other.log();
    const dial = dialTo(other, 'lfops', { verifyHostKey: dialTo({ ...other, knownHostsLine: `[${other.host}]:${other.port} ${city.hostKeyPublic}` }, 'lfops').verifyHostKey });
    expect(await codeOf(scan(dial))).toBe('HOSTKEY_CHANGED');
    expect(other.log().slice(before.length)).not.toMatch(/Failed|Accepted|Postponed|Invalid user/);
    expect(await codeOf(scan(dialTo(other, 'lfops', { verifyHostKey: dialTo(city, 'x').verifyHostKey })))).toBe('HOSTKEY_UNKNOWN');
  });

  test('wrong key, no password wanted, right password, wrong password, expired password', async () => {
    expect(await codeOf(scan(dialTo(other, 'lfops')))).toBe('AUTH_REJECTED');
    expect(await codeOf(scan(dialTo(other, 'lfops', { credential: { kind: 'password', password: 'right' } })))).toBe('AUTH_METHOD_NOT_OFFERED');
    expect((await scan(dialTo(city, 'lfops', { credential: { kind: 'password', password: 'right' } }))).parsed.facts.os?.family).toBe('linux');
    expect(await codeOf(scan(dialTo(city, 'lfops', { credential: { kind: 'password', password: 'wrong' } })))).toBe('AUTH_REJECTED');
    await expect.poll(() => city.log().match(/Failed password for lfops/g)?.length).toBe(1);
    expect(await codeOf(scan(dialTo(city, 'lfold', { credential: { kind: 'password', password: 'right' } })))).toBe('AUTH_PASSWORD_EXPIRED');
  });

  test.each(['lfnone', 'lfrbash'])('%s has no usable shell', async (user) => {
    expect(await codeOf(scan(dialTo(city, user)))).toBe('SHELL_RESTRICTED');
  });

  test('through a bastion: one connection for all targets, the inner key is checked by itself', async () => {
    const accepted = (): number => city.log().match(/Accepted publickey for lfops/g)?.length ?? 0;
    const before = accepted();
    const jumps = createJumpPool({ open: openSession });
    const through = (user: string): Dial => dialTo(city, user, { jump: dialTo(city, 'lfops') });
    const sessions = await Promise.all(['lfroot', 'lfroot', 'lfbash'].map((user) => openSession(through(user), { signal, now, jumps })));
    const answers = await Promise.all(sessions.map((session) => session.run({ command: 'id -un', stdin: '', maxBytes: 100, timeoutMs: 5000, signal })));
    expect(answers.map((answer) => answer.stdout.toString().trim()).toSorted()).toEqual(['lfbash', 'root', 'root']);
    await expect.poll(() => accepted() - before).toBe(1);
    for (const session of sessions) session.close();
    expect(await codeOf(openSession(dialTo(city, 'lfroot', { jump: dialTo(other, 'lfops') }), { signal, now, jumps }))).toBe('BASTION_FAILED');
    expect(await codeOf(openSession({ ...through('lfroot'), port: 1 }, { signal, now, jumps }))).toBe('UNREACHABLE');
    expect(await codeOf(openSession({ ...through('lfroot'), verifyHostKey: async () => 'changed' }, { signal, now, jumps }))).toBe('HOSTKEY_CHANGED');
    jumps.close();
  });
});

const missingDropbear = sshdMissing('dropbear');
describe.skipIf(missingDropbear !== undefined)(`dropbear (${missingDropbear ?? 'runs'})`, () => {
  let server: RunningSshd;
  beforeAll(async () => {
    server = await startSshd({ program: 'dropbear', users: [{ name: 'lfroot', uid: 0, authorizedKeys: [key.publicKey] }] });
  });
  afterAll(() => server.close());
  test('gives the same facts', async () => {
    const { parsed, scanned } = await scan(dialTo(server, 'lfroot'));
    expect(scanned.handshake.ident).toContain('dropbear');
    expectTruth(parsed);
  });
});

function parseNic(): string {
  return /inet (\d+\.\d+\.\d+\.\d+)\/\d+ .*scope global/.exec(run('ip', '-o', 'addr', 'show'))?.[1] ?? '127.0.0.1';
}
function sudoInstalled(): boolean {
  try {
    return run('sudo', '-V').includes('Sudo');
  } catch {
    return false;
  }
}
