import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNTS, failuresOf } from '../../rig/gate-hosts.ts';
import { debian, OPS, ROOT } from '../../rig/city-hosts.ts';
import type { HostSpec } from '../../rig/host-spec.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { codeOfScan, scanRigHost } from '../../rig/scan-rig-host.ts';
import { makeKeyPair } from '../../support/sshd.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';

const missing = rigMissing();

/** Nothing can be written anywhere, nothing in /tmp can be run, and /tmp is full; no Python in the image. */
const FROZEN: HostSpec = {
  name: 'stone-1', image: debian('trixie'), users: [ROOT, OPS],
  boot: [
    'mount -t tmpfs -o noexec,size=64k tmpfs /tmp', 'dd if=/dev/zero of=/tmp/full bs=1k count=1000 2>/dev/null',
    'touch /var/log/sshd.log', 'mount -t tmpfs tmpfs /var/log', 'chmod a-x /usr/bin/perl', '/usr/lib/rig/busybox mount -o remount,ro /',
  ],
};

/** OpenSSH 10 with its own defaults: five seconds of penalty for each failed login, in force from fifteen on. */
const PENALISING: HostSpec = { name: 'calm-1', image: debian('trixie'), users: [ROOT, OPS] };

describe.skipIf(missing !== undefined)(`accounts and hosts as they are found${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => { rig = await startRig({ hosts: [ACCOUNTS, FROZEN, PENALISING] }); }, 600_000);
  afterAll(() => rig.stop());

  test.each(['denied', 'asked'])('N22 sudo of %s says no or wants a password: none is typed, the rest is read, the row says what is missing', async (user) => {
    const host = rig.host('desk-1');
    const { parsed: { facts, problems } } = await scanRigHost(rig, host, { user, sudo: true });
    expect(facts.privilege).toBe('user');
    expect(problems).toEqual([{ code: 'SUDO_MISSING', params: { sections: expect.stringContaining('sockets') } }]);
    expect(facts.packages?.items.length).toBeGreaterThan(100);
    expect(facts.listeners?.length).toBeGreaterThan(0);
    expect(Number(await host.exec(failuresOf(user)))).toBe(0);
  });

  test('N22 sudo that wants a terminal gets none: the rest is read, the row says what is missing', async () => {
    const { parsed: { facts, problems } } = await scanRigHost(rig, rig.host('desk-1'), { user: 'tty', sudo: true });
    expect(facts.privilege).toBe('user');
    expect(problems.map((problem) => problem.code)).toEqual(['SUDO_MISSING']);
  });

  test.each(['fishy', 'cshell'])('N23 the login shell of %s is no POSIX shell: the probe takes sh and loses nothing', async (user) => {
    const host = rig.host('desk-1');
    const [one, other] = [await scanRigHost(rig, host, { user }), await scanRigHost(rig, host, { user: 'denied' })];
    const steady = ({ parsed: { facts } }: typeof one) => ({ os: facts.os, packages: facts.packages, filesystems: facts.filesystems?.map((each) => each.mountPoint), listeners: facts.listeners, sections: facts.sections.map(({ name, state }) => ({ name, state })) });
    expect(steady(one)).toEqual(steady(other));
  });

  test.each(['narrow', 'none', 'gone'])('N23 the account %s has no usable shell: said so, not guessed', async (user) => {
    const code = await codeOfScan(scanRigHost(rig, rig.host('desk-1'), { user }));
    // sshd refuses an account whose shell does not exist before any login.
    expect(code).toBe(user === 'gone' ? 'AUTH_REJECTED' : 'SHELL_RESTRICTED');
  });

  test('N24 read-only root, /tmp full and noexec, no Python and no Perl: every fact, no file', async () => {
    const host = rig.host('stone-1');
    await expect(host.exec('echo x >/probe')).rejects.toThrow(/Read-only/);
    await expect(host.exec('echo xxxxxxxx >/tmp/probe')).rejects.toThrow(/I\/O error/);
    await expect(host.exec('command -v python3 || perl -e 1')).rejects.toThrow();
    await host.exec('rm -f /tmp/probe');
    const files = (): Promise<string> => host.exec('ls -la --time-style=full-iso /tmp /root /home/ops');
    const before = await files();
    for (const user of ['root', 'ops']) {
      const { parsed: { facts, problems } } = await scanRigHost(rig, host, { user });
      expect(problems).toEqual([]);
      expect(facts.sections.filter(({ state }) => !['complete', 'absent', 'partial'].includes(state))).toEqual([]);
      expect(facts.packages?.items.length).toBeGreaterThan(100);
      expect(facts.processes?.map((each) => each.name)).toContain('sshd');
    }
    expect(await files()).toBe(before);
  });

  test('N12 a server that penalises sources after failed logins is named as such, not as a closed port', async () => {
    const host = rig.host('calm-1');
    const stranger = { kind: 'key', privateKey: makeKeyPair().privateKey } as const;
    const attempt = (): Promise<string> => codeOfScan(scanRigHost(rig, host, { user: 'ops', credential: stranger }));
    const codes: string[] = [];
    while (codes.length < 8 && !codes.includes('SOURCE_PENALISED')) codes.push(await attempt());
    expect(codes.at(-1)).toBe('SOURCE_PENALISED');
    expect(codes.slice(0, -1).every((code) => code === 'AUTH_REJECTED')).toBe(true);
    expect(codes.length).toBeGreaterThan(2);
    expect(await host.log()).toContain('penalt');
  });
});
