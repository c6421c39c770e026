import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { untilJob } from '../../support/scan-fixture.ts';
import { ASKING, CODE_FIRST, failuresOf, LOCKING, LOCKING_FLEET, PASSWORD, SECOND_FACTOR } from '../../rig/gate-hosts.ts';
import type { RigHost } from '../../rig/rig-host.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { codeOfScan, scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';

const missing = rigMissing();
const WRONG = { kind: 'password', password: 'wrong-4711' } as const;
const RIGHT = { kind: 'password', password: PASSWORD } as const;
const targetOf = (host: RigHost, user: string): ScanTarget => ({ host: host.address, port: host.port, user, name: null, departmentName: null, tag: null, jump: null, identityFile: null });

describe.skipIf(missing !== undefined)(`accounts that lock after five wrong passwords (pam_faillock)${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => { rig = await startRig({ hosts: [LOCKING, ASKING, SECOND_FACTOR, CODE_FIRST, ...LOCKING_FLEET] }); }, 600_000);
  afterAll(() => rig.stop());

  const failures = async (host: string, user: string): Promise<number> => Number(await rig.host(host).exec(failuresOf(user)));
  const code = async (host: string, user: string, credential: typeof WRONG | typeof RIGHT): Promise<string> => await codeOfScan(scanRigHost(rig, rig.host(host), { user, credential }));
  const core = async (options: { now?: () => Date } = {}) => {
    const fixture = await startCoreWithProject(options);
    await fixture.core.call('scan.importKnownHosts', { text: rig.knownHostsText });
    return async (targets: ScanTarget[], credential: typeof WRONG | typeof RIGHT): Promise<Record<string, number>> => {
      const { jobId, runId } = await fixture.core.call('scan.start', { targets, credential, hostKeyPolicy: 'strict', concurrency: 1 });
      await untilJob(fixture.core, jobId);
      const { run } = await fixture.core.call('scan.getRun', { runId });
      return Object.fromEntries(run.errorGroups.filter((group) => group.code.startsWith('AUTH_')).map((group) => [group.code, group.count]));
    };
  };

  test('the rig does lock: five wrong logins that no guard holds back, and the right password is refused', async () => {
    const codes = await Promise.all(Array.from({ length: 5 }, () => code('gate-1', 'control', WRONG)));
    expect(new Set(codes)).toEqual(new Set(['AUTH_REJECTED']));
    expect(await failures('gate-1', 'control')).toBe(5);
    expect(await code('gate-1', 'control', RIGHT)).toBe('AUTH_REJECTED');
  });

  test('N06 a wrong password in three runs is tried once, again after the pause, and the account is never locked', async () => {
    let now = new Date('2026-05-01T08:00:00.000Z');
    const scan = await core({ now: () => now });
    const target = targetOf(rig.host('gate-1'), 'ops');
    expect(await scan([target], WRONG)).toEqual({ AUTH_REJECTED: 1 });
    expect(await scan([target], WRONG)).toEqual({ AUTH_PAUSED_BY_GUARD: 1 });
    expect(await scan([target], WRONG)).toEqual({ AUTH_PAUSED_BY_GUARD: 1 });
    expect(await failures('gate-1', 'ops')).toBe(1);
    now = new Date('2026-05-01T08:31:00.000Z');
    expect(await scan([target], WRONG)).toEqual({ AUTH_REJECTED: 1 });
    expect(await failures('gate-1', 'ops')).toBe(2);
    now = new Date('2026-05-01T09:02:00.000Z');
    expect(await scan([target], RIGHT)).toEqual({});
    expect(await failures('gate-1', 'ops')).toBe(0);
  });

  test('N07 a host that only asks: exactly one answer, counted once', async () => {
    expect(await code('gate-2', 'ops', WRONG)).toBe('AUTH_REJECTED');
    expect(await failures('gate-2', 'ops')).toBe(1);
    expect((await rig.host('gate-2').log()).match(/Failed \S+ for ops/g)).toEqual(['Failed keyboard-interactive/pam for ops']);
    expect(await code('gate-2', 'ops', RIGHT)).toBe('none');
  });

  test('N08 a credential that is wrong on six hosts is tried on two', async () => {
    const scan = await core();
    const hosts = LOCKING_FLEET.map((spec) => rig.host(spec.name));
    expect(await scan(hosts.map((host) => targetOf(host, 'ops')), WRONG)).toEqual({ AUTH_REJECTED: 2, AUTH_PAUSED_BY_GUARD: 4 });
    const counted = await Promise.all(hosts.map((host) => failures(host.name, 'ops')));
    expect(counted.toSorted()).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test.each(['gate-1', 'gate-2'])('N09 an expired password on %s: no new one is typed, and the old one stands', async (name) => {
    const shadow = (): Promise<string> => rig.host(name).exec('grep ^stale: /etc/shadow');
    const before = await shadow();
    expect(await code(name, 'stale', RIGHT)).toBe('AUTH_PASSWORD_EXPIRED');
    expect(await shadow()).toBe(before);
    expect(await failures(name, 'stale')).toBe(0);
  });

  test.each(['gate-3', 'gate-4'])('N10 a second factor on %s: no code is made up, nothing is counted against the account', async (name) => {
    expect(await code(name, 'ops', RIGHT)).toBe('AUTH_INTERACTIVE_2FA');
    expect(await failures(name, 'ops')).toBe(0);
  });
});
