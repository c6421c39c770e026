import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { CITY_HOSTS } from '../../rig/city-hosts.ts';
import { flowLine, listenerLine, trueAddresses, trueFilesystems, trueFlows, trueListeners, truePackages, trueProcesses } from '../../rig/host-truth.ts';
import type { RigHost } from '../../rig/rig-host.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';

const missing = rigMissing();
/** The old-crypto host answers only by an exception of its own. */
const SCANNED = CITY_HOSTS.filter((spec) => spec.name !== 'past-1');
const ACCOUNTS = SCANNED.flatMap((spec) => spec.users.filter((user) => user.key !== false).map((user) => ({ host: spec.name, account: user.name })));
const KIB = 1024;

interface Truth { readonly flows: readonly string[]; readonly processes: ReturnType<typeof trueProcesses> }

/** Flows and processes come and go: what stood before and after must be found, what is found must have stood at one of both. */
function expectBetween(found: readonly string[], before: readonly string[], after: readonly string[]): void {
  expect(before.filter((line) => after.includes(line) && !found.includes(line))).toEqual([]);
  expect(found.filter((line) => !before.includes(line) && !after.includes(line))).toEqual([]);
}

const withoutNames = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^(\S+ \S+) \S+$/, '$1 -').replace(/^(\S+ \S+ \S+) \S+ (\d+)$/, '$1 - $2'));
const processLines = (processes: Truth['processes']): string[] => [...processes].map(([pid, { name, ppid }]) => `${pid} ${name} ${ppid}`);

async function truthOf(rig: Rig, host: RigHost): Promise<Truth> {
  return { flows: await trueFlows(host, rig.gateway), processes: trueProcesses(host) };
}

function expectFilesystems(facts: HostFacts, host: RigHost): void {
  const truth = trueFilesystems(host);
  expect(facts.filesystems?.map(({ mountPoint, source, fsType, sizeBytes }) => ({ mountPoint, source, fsType, sizeBytes }))).toEqual(truth.map(({ mountPoint, source, fsType, sizeBytes }) => ({ mountPoint, source, fsType, sizeBytes })));
  for (const { mountPoint, usedBytes, availableBytes, fsType } of truth) {
    const found = facts.filesystems?.find((each) => each.mountPoint === mountPoint);
    // The roots lie on this machine's disk, on which others write; a disk of the host's own is known to the block.
    const slack = fsType === 'overlay' ? 2 ** 30 : KIB;
    expect(Math.abs((found?.usedBytes ?? 0) - usedBytes)).toBeLessThanOrEqual(slack);
    expect(Math.abs((found?.availableBytes ?? 0) - availableBytes)).toBeLessThanOrEqual(slack);
  }
}

async function expectMachine(facts: HostFacts, host: RigHost): Promise<void> {
  const release = host.spec.image.kind === 'debian' ? (await host.exec('cat /etc/debian_version')).trim() : undefined;
  expect(facts.os).toMatchObject({ family: 'linux', kernel: readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim() });
  expect(facts.os?.version).toBe(release);
  expect(facts.identity?.hostname).toBe(host.name);
  expect(facts.identity?.machineId).toBe(release === undefined ? undefined : (await host.exec('cat /etc/machine-id')).trim());
  expect(facts.cpu?.threads).toBe(availableParallelism());
  expect(facts.memory?.memBytes).toBe(totalmem());
  const addresses = facts.nics?.flatMap((nic) => nic.addresses.map((each) => `${nic.name} ${nic.mac ?? '-'} ${each.address}/${each.prefixLength}`)).toSorted();
  expect(addresses).toEqual((await trueAddresses(host)).filter((line) => !line.startsWith('lo ')));
}

describe.skipIf(missing !== undefined)(`facts of real hosts against ground truth${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ hosts: SCANNED });
  }, 600_000);
  afterAll(() => rig.stop());

  test.each(ACCOUNTS)('$host as $account: every port, flow, package, filesystem and process, and nothing else', async ({ host: name, account }) => {
    const host = rig.host(name);
    const before = await truthOf(rig, host);
    const { parsed: { facts, problems }, scanned } = await scanRigHost(rig, host, { user: account, sudo: account !== 'root' });
    const after = await truthOf(rig, host);
    const privileged = account !== 'ops';
    const shown = privileged ? (lines: readonly string[]): readonly string[] => lines : withoutNames;

    expect(scanned.problems).toEqual([]);
    expect(facts.privilege).toBe({ root: 'root', admin: 'sudo', ops: 'user' }[account]);
    expect(problems.map((problem) => problem.code)).toEqual(privileged ? [] : ['SUDO_MISSING']);
    // What an ordinary account may not see is said, with what would bring it; root sees all of it.
    const less = facts.sections.filter((section) => !['complete', 'absent'].includes(section.state));
    expect(less.map(({ state }) => state)).toEqual(less.map(() => 'partial'));
    if (privileged) expect(less).toEqual([]);
    else expect(less).toContainEqual(expect.objectContaining({ name: 'sockets', missing: ['processOfOthers'] }));
    expect(less.filter((section) => section.missing.length === 0)).toEqual([]);

    expect(facts.listeners?.map(listenerLine).toSorted()).toEqual(shown(await trueListeners(host)));
    const flows = (facts.flows ?? []).filter((flow) => flow.peerAddress !== rig.gateway).map(flowLine);
    expectBetween(flows, shown(before.flows), shown(after.flows));
    if (host.spec.image.kind === 'debian') expect(facts.packages?.items.map((item) => `${item.name}|${item.version}|${item.architecture}`).toSorted()).toEqual(await truePackages(host));
    else expect(facts.packages).toBeUndefined();
    expectFilesystems(facts, host);
    const found = facts.processes ?? [];
    const steady = processLines(before.processes).filter((line) => processLines(after.processes).includes(line));
    expect(steady.filter((line) => !found.some(({ pid, name: process, ppid }) => line === `${pid} ${process} ${ppid}`))).toEqual([]);
    await expectMachine(facts, host);
  });

  test('the flows of one application are seen from both ends, each with its process', async () => {
    const ends = await Promise.all(['app-1', 'web-1', 'pg-1', 'db-1'].map(async (name) => ({ name, facts: (await scanRigHost(rig, rig.host(name), { user: 'root' })).parsed.facts })));
    const nameOf = (address: string): string => rig.hosts.find((host) => host.address === address)?.name ?? address;
    const lines = ends.flatMap(({ name, facts }) => (facts.flows ?? []).filter((flow) => flow.processName !== undefined).map((flow) => `${name} ${flow.processName} ${flow.direction} ${nameOf(flow.peerAddress)}:${flow.port}`));
    expect(lines).toEqual(expect.arrayContaining([
      'app-1 psql outbound web-1:15432', 'app-1 mariadb outbound web-1:13306', 'app-1 redis-cli outbound web-1:16379',
      'web-1 nginx inbound app-1:15432', 'web-1 nginx inbound app-1:13306', 'web-1 nginx inbound app-1:16379',
      'web-1 nginx outbound pg-1:5432', 'web-1 nginx outbound db-1:3306', 'web-1 nginx outbound db-1:6379',
      'pg-1 postgres inbound web-1:5432', 'db-1 mariadbd inbound web-1:3306', 'db-1 redis-server inbound web-1:6379',
    ]));
  });
});
