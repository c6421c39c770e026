import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import { buildCity } from '../../../agents/estate/build-city.ts';
import type { City, CityServer } from '../../../agents/estate/city.ts';
import { softwareByKey } from '../../../agents/estate/data/role-software.ts';
import { flowsByServer, type HostView, uptimeOf } from '../../../agents/estate/host-view.ts';
import { installedPackages } from '../../../agents/estate/installed-packages.ts';
import { loadAt } from '../../../agents/estate/load-at.ts';
import { loadHistory } from '../../../agents/estate/load-history.ts';
import { readProbeRequest, renderHost } from '../../../agents/estate/render-host.ts';
import { runningProcesses } from '../../../agents/estate/running-processes.ts';
import { storageLayout } from '../../../agents/estate/storage-layout.ts';
import { type HostFacts, SECTION_NAMES, hostFactsSchema } from '../../../shared/model/host-facts.ts';
import type { MetricHistory } from '../../../shared/model/utilisation.ts';

const NONCE = '0123456789abcdef01234567';
const NOW = '2026-10-28T02:34:56.000Z';

function probe(city: City, server: CityServer, privilege: HostView['privilege']): { view: HostView; parsed: ReturnType<typeof parseProbe> } {
  const request = readProbeRequest(buildProbe({ nonce: NONCE, useSudo: true }).stdin);
  if (request === undefined) throw new Error('The estate does not recognise the probe');
  const view: HostView = { server, flows: flowsByServer(city)[server.index] ?? [], nowSeconds: Date.parse(NOW) / 1000, privilege, windowSeconds: request.windowSeconds };
  return { view, parsed: parseProbe(renderHost(view, request), { nonce: NONCE, collectedAt: NOW, sudoAsked: true }) };
}

/** The value below which 95 % of a histogram lies, as the upper edge of its bin. */
function p95OfBins(history: MetricHistory): number {
  const ratio = history.metric.endsWith('Ratio');
  let seen = 0;
  for (const [bin, count] of history.bins) {
    seen += count;
    if (seen >= history.sampleCount * 0.95) return ratio ? (bin + 1) * 0.005 : 1.02 ** bin;
  }
  return Number.NaN;
}

function checkHardware(server: CityServer, facts: HostFacts): void {
  expect(facts.identity?.hostname).toBe(server.hostname);
  expect(facts.os).toMatchObject({ family: 'linux', id: server.os.id, name: server.os.name, version: server.os.version, kernel: server.kernel, architecture: server.architecture });
  expect(facts.virtualisation).toMatchObject({ kind: server.kind, vendor: server.vendor, productName: server.product });
  expect(facts.cpu).toMatchObject({ threads: server.cpu.threads, sockets: server.cpu.sockets, cores: server.cpu.cores });
  expect(facts.cpu?.model).toBe(server.cpu.model);
  expect(facts.memory).toEqual({ memBytes: server.memBytes, swapBytes: server.swapBytes });
  expect(facts.hardware).toMatchObject({ threadsOnline: server.cpu.threads, chassis: server.kind === 'physical' ? 'rack' : 'other' });
  expect(facts.hardware?.numaNodes?.reduce((sum, { threads }) => sum + threads, 0)).toBe(server.cpu.threads);
  expect(facts.nics?.flatMap(({ addresses }) => addresses.map(({ address }) => address))).toContain(server.address);
  const disks = facts.blockDevices?.filter(({ kind }) => kind === 'disk') ?? [];
  expect(disks.map(({ name, sizeBytes }) => [name, sizeBytes]).toSorted()).toEqual(server.disks.map(({ name, sizeBytes }) => [name, sizeBytes]).toSorted());
  const local = facts.filesystems?.filter(({ remote }) => !remote) ?? [];
  expect(local.map(({ mountPoint, sizeBytes, usedBytes }) => [mountPoint, sizeBytes, usedBytes]).toSorted()).toEqual(storageLayout(server).filesystems.map(({ mountPoint, sizeBytes, usedBytes }) => [mountPoint, sizeBytes, usedBytes]).toSorted());
}

/** Shares of file servers are those of the flows to them, with their size; volume groups are the layout's, and root's. */
function checkStorage({ server, flows, privilege }: HostView, facts: HostFacts): void {
  const shares = flows.filter(({ direction, port }) => direction === 'out' && port === 2049).map(({ peerAddress }) => peerAddress);
  expect(facts.mounts?.remote?.map(({ servers, mounted, answering }) => [...servers, mounted, answering]) ?? []).toEqual(shares.map((address) => [address, true, true]));
  expect(facts.mounts?.exports?.length ?? 0).toBe(softwareByKey(server.software).ports.includes(2049) ? 1 : 0);
  expect(facts.mounts?.inodes?.map(({ mountPoint }) => mountPoint)).toEqual(storageLayout(server).filesystems.map(({ mountPoint }) => mountPoint));
  const volumes = facts.storage?.logicalVolumes?.map(({ group, name, sizeBytes }) => [`${group}-${name}`, sizeBytes]) ?? [];
  expect(volumes).toEqual(privilege === 'user' ? [] : storageLayout(server).volumes.map(({ mapName, sizeBytes }) => [mapName, sizeBytes]));
}

function checkSoftware(view: HostView, facts: HostFacts): void {
  const { server, privilege } = view;
  expect(facts.packages).toMatchObject({ manager: server.os.packageFormat });
  expect(facts.packages?.items).toHaveLength(installedPackages(server).length);
  expect(facts.processes?.map(({ pid }) => pid).toSorted()).toEqual(runningProcesses(server).map(({ pid }) => pid).toSorted());
  const ports = facts.listeners?.filter(({ transport }) => transport === 'tcp').map(({ port }) => port) ?? [];
  expect(ports.toSorted()).toEqual([22, 10050, ...softwareByKey(server.software).ports].toSorted());
  const flows = facts.flows?.map(({ direction, peerAddress, port, connections }) => `${direction} ${peerAddress} ${port} ${connections}`) ?? [];
  expect(flows.toSorted()).toEqual(view.flows.map(({ direction, peerAddress, port, connections }) => `${direction}bound ${peerAddress} ${port} ${connections}`).toSorted());
  if (privilege === 'user') expect(facts.listeners?.every(({ processName }) => processName === undefined)).toBe(true);
  else expect(facts.listeners?.find(({ port }) => port === 22)?.processName).toBe('sshd');
}

function checkLoad({ server, nowSeconds }: HostView, facts: HostFacts): void {
  const load = loadAt(server.load, nowSeconds);
  expect(facts.uptime?.seconds).toBeCloseTo(uptimeOf(server, nowSeconds).uptimeSeconds, -1);
  expect(facts.utilisationNow?.cpuRatio).toBeCloseTo(load.cpuRatio, 1);
  expect(facts.utilisationNow?.memRatio).toBeCloseTo(load.memRatio, 3);
  expect(facts.utilisationNow?.netInBytesPerSecond).toBeCloseTo(load.netInBytesPerSecond, -1);
  const samples = loadHistory(server, nowSeconds);
  expect(facts.history === undefined).toBe(samples === undefined);
  if (samples === undefined || facts.history === undefined) return;
  expect(facts.history).toMatchObject({ source: 'sysstat', intervalSeconds: samples.intervalSeconds, from: new Date(samples.fromSeconds * 1000).toISOString(), to: new Date(samples.toSeconds * 1000).toISOString() });
  expect(facts.history.metrics.map(({ metric }) => metric).toSorted()).toEqual([...samples.values.keys()].toSorted());
  for (const history of facts.history.metrics) {
    const values = samples.values.get(history.metric)?.toSorted() ?? new Float64Array(0);
    expect(history.sampleCount).toBe(values.length);
    const exact = values[Math.ceil(values.length * 0.95) - 1] ?? 0;
    const read = p95OfBins(history);
    expect(read, history.metric).toBeGreaterThanOrEqual(exact * 0.999);
    expect(read, history.metric).toBeLessThanOrEqual(history.metric.endsWith('Ratio') ? exact + 0.0051 : Math.max(1, exact * 1.021));
  }
}

describe('a rendered host', () => {
  it('is read back by the parser as the city has it', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 20, max: 120 }), fc.nat(), fc.constantFrom('sudo', 'user', 'root'), (seed, servers, nth, privilege) => {
      const city = buildCity({ seed, servers });
      const linux = city.servers.filter(({ os }) => os.family === 'linux');
      const server = linux[nth % linux.length];
      if (server === undefined) return;
      const { view, parsed } = probe(city, server, privilege);
      expect(hostFactsSchema.safeParse(parsed.facts).error).toBeUndefined();
      expect(parsed.facts.privilege).toBe(privilege);
      checkHardware(server, parsed.facts);
      checkStorage(view, parsed.facts);
      checkSoftware(view, parsed.facts);
      checkLoad(view, parsed.facts);
    }), { numRuns: 60 });
  });

  it('leaves no section unread, whatever the release', () => {
    const city = buildCity({ seed: 11, servers: 900 });
    const releases = Map.groupBy(city.servers.filter(({ os }) => os.family === 'linux'), ({ os }) => os.key);
    expect(releases.size).toBeGreaterThanOrEqual(12);
    for (const [key, [server]] of releases) {
      if (server === undefined) continue;
      const plain = server.kind === 'virtual' && server.technology !== 'vmware' && server.swapBytes === 0 && storageLayout(server).volumes.length === 0;
      const { facts } = probe(city, server, 'sudo').parsed;
      const states = new Map(facts.sections.map(({ name, state }) => [name, state]));
      for (const name of SECTION_NAMES) expect(states.get(name), `${key} ${name}`).toBe((name === 'history' && server.history === undefined) || (name === 'containers' && !server.os.systemd) || (name === 'storage' && plain) ? 'absent' : 'complete');
    }
  });

  it('C04 H09 tells what sudo would add, a clock that is wrong, and a secret only masked', () => {
    const city = buildCity({ seed: 2, servers: 400 });
    const linux = city.servers.filter(({ os }) => os.family === 'linux');
    const late = linux.find(({ clockSkewSeconds }) => Math.abs(clockSkewSeconds) > 200);
    const spring = linux.find(({ software }) => software === 'spring-boot');
    if (late === undefined || spring === undefined) throw new Error('The city lacks what this test looks at');
    expect(probe(city, late, 'user').parsed.problems.map(({ code }) => code)).toEqual(['SUDO_MISSING', 'CLOCK_SKEW']);
    const { facts, sections } = probe(city, spring, 'sudo').parsed;
    expect(facts.processes?.some(({ commandLine }) => commandLine?.includes('service.jar'))).toBe(true);
    expect(JSON.stringify([facts, ...sections.values()])).not.toContain('Gz@2019prod');
  });

  it('H23 on Windows brings the facts of its model', () => {
    const city = buildCity({ seed: 3, servers: 900 });
    const windows = city.servers.filter(({ os }) => os.family === 'windows');
    expect(windows.length).toBeGreaterThan(5);
    for (const server of windows) {
      const { parsed, view } = probe(city, server, 'user');
      expect(hostFactsSchema.safeParse(parsed.facts).error).toBeUndefined();
      expect(parsed.facts).toMatchObject({ identity: { hostname: server.hostname }, os: { family: 'windows', name: server.os.name }, cpu: { threads: server.cpu.threads, cores: server.cpu.cores }, memory: { memBytes: server.memBytes } });
      expect(parsed.facts.flows?.length).toBe(view.flows.filter(({ peerAddress }) => peerAddress !== server.address).length);
      expect(parsed.facts.filesystems?.[0]?.mountPoint).toBe('C:\\');
      checkLoad(view, parsed.facts);
    }
  });

  it('on AIX says only who it is', () => {
    const city = buildCity({ seed: 1, servers: 4717 });
    const aix = city.servers.find(({ os }) => os.family === 'aix');
    if (aix === undefined) throw new Error('The city has no AIX');
    const { parsed } = probe(city, aix, 'user');
    expect(parsed.facts.identity?.hostname).toBe(aix.hostname);
    expect(parsed.facts.os?.family).toBe('aix');
    expect(parsed.problems.map(({ code }) => code)).toEqual(['PLATFORM_UNSUPPORTED']);
  });
});
