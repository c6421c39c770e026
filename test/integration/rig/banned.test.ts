import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { debian, ROOT } from '../../rig/city-hosts.ts';
import { PASSWORD } from '../../rig/gate-hosts.ts';
import type { HostSpec } from '../../rig/host-spec.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { codeOfScan, scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { untilJob } from '../../support/scan-fixture.ts';

const missing = rigMissing();
const JAIL = ['[DEFAULT]', 'backend = polling', 'banaction = nftables-multiport', 'ignoreself = false', '[sshd]', 'enabled = true', 'port = 22', 'logpath = /var/log/auth.log', 'maxretry = 3', 'findtime = 1d', 'bantime = 1d', ''];

/** What syslog would write: the rig's sshd logs without a date. */
const SYSLOG = 'tail -n +1 -F /var/log/sshd.log | while read -r line; do echo "$(date "+%b %d %H:%M:%S") $(hostname) sshd[100]: $line"; done >>/var/log/auth.log';

/** Debian's fail2ban with its own filter for sshd; three failures ban the address for a day. */
const watched = (name: string): HostSpec => ({
  name, image: debian('bookworm', 'fail2ban', 'nftables'), users: [ROOT, { name: 'ops', uid: 1501, password: PASSWORD }],
  files: [{ path: '/etc/fail2ban/jail.local', text: JAIL.join('\n') }],
  boot: ['mkdir -p /run/fail2ban', 'touch /var/log/sshd.log /var/log/auth.log', 'rm -f /etc/fail2ban/jail.d/defaults-debian.conf'],
  services: [SYSLOG, 'exec fail2ban-server -f -x start >/var/log/fail2ban.out 2>&1'],
  ready: 'fail2ban-client status sshd',
});

describe.skipIf(missing !== undefined)(`hosts that ban an address after three failed logins (fail2ban)${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => { rig = await startRig({ hosts: [watched('watch-1'), watched('watch-2')] }); }, 600_000);
  afterAll(() => rig.stop());

  const banned = async (name: string): Promise<string> => /Banned IP list:\s*(.*)/.exec(await rig.host(name).exec('fail2ban-client status sshd'))?.[1]?.trim() ?? '?';

  test('the rig does ban: logins that no guard holds back', { timeout: 120_000 }, async () => {
    const wrong = { kind: 'password', password: 'wrong-4711' } as const;
    for (let tries = 0; tries < 3; tries += 1) expect(await codeOfScan(scanRigHost(rig, rig.host('watch-1'), { user: 'ops', credential: wrong }))).toBe('AUTH_REJECTED');
    await expect.poll(() => banned('watch-1'), { timeout: 30_000 }).toBe(rig.gateway);
    // The ban is listed a moment before it is in force.
    await expect.poll(() => codeOfScan(scanRigHost(rig, rig.host('watch-1'), { user: 'root', dial: { timeouts: { connectMs: 3000 } } })), { timeout: 60_000 }).toMatch(/^(REFUSED|UNREACHABLE)$/);
  });

  test('N11 scans with a right key, and three runs with a wrong password, never ban this machine', { timeout: 120_000 }, async () => {
    const host = rig.host('watch-2');
    const { core } = await startCoreWithProject();
    await core.call('scan.importKnownHosts', { text: rig.knownHostsText });
    const target = { host: host.address, port: host.port, user: 'ops', name: null, departmentName: null, tag: null, jump: null, identityFile: null };
    for (let run = 0; run < 3; run += 1) {
      const { jobId } = await core.call('scan.start', { targets: [target], credential: { kind: 'password', password: 'wrong-4711' }, hostKeyPolicy: 'strict' });
      await untilJob(core, jobId);
    }
    for (let run = 0; run < 4; run += 1) expect((await scanRigHost(rig, host, { user: 'root' })).parsed.facts.identity?.hostname).toBe('watch-2');
    expect((await host.log()).match(/Failed password/g)).toHaveLength(1);
    // The watcher has read the whole log: the one failure is counted.
    await expect.poll(async () => /Total failed:\s*(\d+)/.exec(await host.exec('fail2ban-client status sshd'))?.[1], { timeout: 30_000 }).toBe('1');
    expect(await banned('watch-2')).toBe('');
  });
});
