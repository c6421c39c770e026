import type { Systeminformation } from 'systeminformation';
import { describe, expect, test } from 'vitest';
import { hostFactsSchema } from '../../shared/model/host-facts.ts';
import { factsFromSystem } from './facts-from-system.ts';
import { foldConnections } from './fold-connections.ts';
import type { SystemAnswers } from './read-system.ts';

const options = { collectedAt: '2026-11-23T13:00:00.000Z', privilege: 'user' } as const;
const connection = (protocol: string, local: string, peer: string, state: string, process = 'app'): Systeminformation.NetworkConnectionsData => {
  const cut = (text: string): [string, string] => [text.slice(0, text.lastIndexOf(':')), text.slice(text.lastIndexOf(':') + 1)];
  const [[localAddress, localPort], [peerAddress, peerPort]] = [cut(local), cut(peer)];
  return { protocol, localAddress, localPort, peerAddress, peerPort, state, pid: 7, process };
};

/** Answers shaped as the library documents them for Windows Server; values set by hand. */
const windows = {
  os: { platform: 'Windows', distro: 'Microsoft Windows Server 2019 Standard', release: '10.0.17763', kernel: '10.0.17763', arch: 'x64', hostname: 'OA-DB01', fqdn: 'OA-DB01.city.gov', uefi: true },
  uuid: { os: 'ABCD-1', hardware: 'FFFF-2', macs: [] },
  system: { manufacturer: 'VMware, Inc.', model: 'VMware7,1', version: '', serial: 'VMware-56', uuid: '', sku: '', virtual: true, virtualHost: 'VMware' },
  cpu: { manufacturer: 'Intel', brand: 'Xeon Gold 6248', speed: 2.5, cores: 8, physicalCores: 8, processors: 2 },
  memory: { total: 17_179_869_184, available: 4_294_967_296, swaptotal: 0 },
  disks: [{ name: 'C:', type: 'disk', size: 107_374_182_400, physical: 'SSD', model: '' }],
  filesystems: [{ fs: 'C:', type: 'NTFS', size: 107_374_182_400, used: 50_000_000_000, available: 57_374_182_400, mount: 'C:' }, { fs: '\\\\nas\\share', type: 'nfs', size: 9, used: 9, available: 0, mount: 'Z:' }],
  nics: [{ iface: 'Ethernet0', ip4: '10.1.2.3', ip4subnet: '255.255.255.0', ip6: '', mac: '00:50:56:AA:BB:CC', operstate: 'up', speed: 10_000, mtu: null, internal: false }, { iface: 'Loopback', ip4: '127.0.0.1', internal: true }],
  time: { current: 1_795_438_800_000, uptime: 3600 },
  processes: { list: [{ pid: 4, parentPid: 0, name: 'sqlservr.exe', user: 'svc', command: 'sqlservr.exe', params: '--password=hunter2', memRss: 1024 }] },
  services: [{ name: 'MSSQLSERVER', running: true, startmode: 'Auto' }, { name: 'Spooler', running: false, startmode: 'Manual' }],
  connections: [],
} as unknown as SystemAnswers;

describe('factsFromSystem', () => {
  const { facts, sections } = factsFromSystem(windows, options);
  test('fits the model and says what a Windows server is', () => {
    expect(hostFactsSchema.parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      identity: { hostname: 'OA-DB01', fqdn: 'OA-DB01.city.gov', machineId: 'abcd-1', productUuid: 'ffff-2' },
      os: { family: 'windows', id: 'windows', version: '10.0.17763', architecture: 'x86_64', bootMode: 'uefi' },
      virtualisation: { kind: 'virtual', technology: 'vmware', serial: 'VMware-56' },
      cpu: { threads: 8, cores: 8, sockets: 2, mhz: 2500 },
      memory: { memBytes: 17_179_869_184, swapBytes: 0 },
      uptime: { seconds: 3600, bootedAt: new Date(1_795_435_200_000).toISOString() },
      services: [{ name: 'MSSQLSERVER', state: 'running', startMode: 'enabled' }, { name: 'Spooler', state: 'stopped', startMode: 'disabled' }],
    });
    expect(facts.filesystems?.[1]).toMatchObject({ remote: true, sizeBytes: 0 });
    expect(facts.nics).toEqual([{ name: 'Ethernet0', mac: '00:50:56:aa:bb:cc', state: 'up', speedMbps: 10_000, addresses: [{ address: '10.1.2.3', prefixLength: 24, family: 'ipv4' }] }]);
  });
  test('rates that are not known are no zero', () => {
    expect(facts.utilisationNow).toBeUndefined();
    expect(facts.sections.find((report) => report.name === 'utilisation')?.state).toBe('absent');
  });
  test('H09 secrets reach neither facts nor evidence', () => {
    expect(JSON.stringify([facts, ...sections])).not.toContain('hunter2');
    expect(sections.get('processes')).toContain('--password=***');
  });
  test('no answer at all gives no fact', () => {
    const empty = factsFromSystem({}, options).facts;
    expect(hostFactsSchema.parse(empty)).toEqual(empty);
    expect(Object.keys(empty).toSorted()).toEqual(['collectedAt', 'privilege', 'schema', 'sections']);
  });
});

test('connections fold to listeners and flows', () => {
  const { listeners, flows } = foldConnections([
    connection('tcp4', '0.0.0.0:1433', '0.0.0.0:0', 'LISTEN', 'sqlservr'), connection('udp4', '*:53', '*:*', '', 'dns'),
    connection('tcp4', '10.1.2.3:1433', '10.1.9.1:50001', 'ESTABLISHED', 'sqlservr'), connection('tcp4', '10.1.2.3:1433', '10.1.9.1:50002', 'ESTABLISHED', 'sqlservr'),
    connection('tcp4', '10.1.2.3:50100', '10.1.9.9:443', 'ESTABLISHED'), connection('tcp4', '127.0.0.1:5', '127.0.0.1:6', 'ESTABLISHED'), connection('tcp4', '10.1.2.3:50101', '10.1.9.9:443', 'SYN_SENT'), connection('tcp4', '10.1.2.3:1', '10.1.2.3:2', 'ESTABLISHED'),
  ], new Set(['10.1.2.3']));
  expect(listeners).toEqual([{ transport: 'tcp', address: '0.0.0.0', port: 1433, processName: 'sqlservr', pid: 7 }, { transport: 'udp', address: '0.0.0.0', port: 53, processName: 'dns', pid: 7 }]);
  expect(flows).toEqual([
    { transport: 'tcp', direction: 'inbound', peerAddress: '10.1.9.1', port: 1433, processName: 'sqlservr', connections: 2 },
    { transport: 'tcp', direction: 'outbound', peerAddress: '10.1.9.9', port: 443, processName: 'app', connections: 1 },
  ]);
});
