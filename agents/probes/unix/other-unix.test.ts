import { describe, expect, test } from 'vitest';
import { hostFactsSchema } from '../../../shared/model/host-facts.ts';
import aix from '../fixtures/aix/capture.txt?raw';
import freebsd from '../fixtures/freebsd/capture.txt?raw';
import hpUx from '../fixtures/hp-ux/capture.txt?raw';
import solaris10 from '../fixtures/solaris-10/capture.txt?raw';
import solaris11 from '../fixtures/solaris-11/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T13:04:00.000Z' };
function read(text: string) {
  const { facts, problems, sections } = parseProbe(text, options);
  expect(hostFactsSchema.parse(facts)).toEqual(facts);
  expect(problems).toEqual([]);
  return { facts, sections, inState: (state: string) => facts.sections.filter((report) => report.state === state).map((report) => report.name) };
}
const EVERYWHERE = ['identity', 'os', 'virtualisation', 'cpu', 'memory', 'filesystems', 'network', 'uptime', 'utilisation', 'sockets', 'processes', 'packages', 'services'];

describe('answers of other Unix systems, from documentation, not from a machine', () => {
  test('H23 AIX', () => {
    const { facts, sections, inState } = read(aix);
    expect(inState('complete').toSorted()).toEqual([...EVERYWHERE, 'block-devices'].toSorted());
    expect(facts).toMatchObject({
      identity: { hostname: 'gjj-db01', productUuid: '4b2f7f0e-22c1-4d9e-9a55-0b3a1f2c7d10', clockSkewSeconds: -5 },
      os: { family: 'aix', name: 'AIX 7.2 TL05 SP03', version: '7.2', kernel: '7200-05-03-2148', architecture: 'powerpc' },
      virtualisation: { kind: 'virtual', technology: 'powervm', vendor: 'IBM', productName: '8286-42A', serial: '0221AB3CW' },
      cpu: { cores: 4, threads: 32, model: 'PowerPC_POWER8', mhz: 3525 },
      memory: { memBytes: 32 * 1024 ** 3, swapBytes: 8 * 1024 ** 3 },
      uptime: { seconds: ((412 * 24 + 7) * 60 + 33) * 60 + 12 },
      utilisationNow: { intervalSeconds: 2, cpuRatio: 0.42, load1: 3.12, memUsedBytes: (8_388_608 - 262_100 - 2_097_152) * 4096 },
      packages: { manager: 'other', items: [{ name: 'bos.rte', version: '7.2.5.101' }, { name: 'bos.net.tcp.client', version: '7.2.5.102' }, { name: 'openssh.base.server', version: '8.1.112.1500' }] },
    });
    expect(facts.blockDevices?.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([['hdisk0', 102_272 * 1024 ** 2], ['hdisk1', 511_744 * 1024 ** 2]]);
    expect(facts.filesystems?.map(({ mountPoint, source, remote }) => [mountPoint, source, remote])).toEqual([['/', '/dev/hd4', false], ['/usr', '/dev/hd2', false], ['/u01', '/dev/oralv', false], ['/backup', 'nas02:/export/gjj', true]]);
    expect(facts.nics).toEqual([
      { name: 'en0', state: 'up', mtu: 1500, mac: 'fa:16:3e:39:41:03', addresses: [{ address: '10.61.4.20', prefixLength: 24, family: 'ipv4' }, { address: '10.61.4.21', prefixLength: 24, family: 'ipv4' }] },
      { name: 'en1', state: 'down', mtu: 9000, mac: 'fa:16:3e:39:41:04', addresses: [{ address: '172.16.9.20', prefixLength: 20, family: 'ipv4' }] },
    ]);
    expect(facts.flows).toEqual([
      { transport: 'tcp', direction: 'inbound', peerAddress: '10.61.4.31', port: 1521, connections: 2 }, { transport: 'tcp', direction: 'inbound', peerAddress: '10.61.4.32', port: 1521, connections: 1 },
      { transport: 'tcp', direction: 'outbound', peerAddress: '10.61.7.9', port: 389, connections: 1 },
    ]);
    expect(facts.services?.find(({ name }) => name === 'sendmail')).toEqual({ name: 'sendmail', state: 'stopped', startMode: 'unknown' });
    expect(JSON.stringify([facts, ...sections.values()])).not.toContain('Zz9secret');
  });

  test('H23 Solaris 11 on a logical domain', () => {
    const { facts, sections } = read(solaris11);
    expect(facts).toMatchObject({
      os: { family: 'solaris', name: 'Oracle Solaris 11.4 SPARC', version: '11.4', kernel: '11.4.42.111.0', architecture: 'sparc' }, virtualisation: { kind: 'virtual', technology: 'ldom', productName: 'SPARC T7-1' },
      cpu: { threads: 4, cores: 2, sockets: 1, model: 'SPARC-M7', mhz: 4133 }, memory: { memBytes: 16 * 1024 ** 3, swapBytes: 8_388_592 * 512 },
      blockDevices: [{ name: 'c1d0', kind: 'disk', sizeBytes: 107_374_182_400, model: 'VDSK' }], utilisationNow: { cpuRatio: 0.15, memRatio: 0.75, load1: 0.52 },
    });
    expect(facts.nics?.[0]).toMatchObject({ name: 'net0', mac: '00:14:4f:f9:5e:1c', mtu: 1500 });
    expect(facts.nics?.[0]?.addresses.map(({ address }) => address)).toEqual(['10.62.1.12', '10.62.1.13', 'fe80::214:4fff:fef9:5e1c']);
    expect(facts.flows).toEqual([{ transport: 'tcp', direction: 'inbound', peerAddress: '10.62.8.5', port: 7001, connections: 1 }, { transport: 'tcp', direction: 'outbound', peerAddress: '10.61.4.20', port: 1521, connections: 1 }]);
    expect(facts.listeners?.map(({ transport, address, port }) => `${transport} ${address} ${port}`)).toEqual(['udp 0.0.0.0 111', 'udp 10.62.1.12 123', 'udp :: 111', 'tcp 0.0.0.0 22', 'tcp 0.0.0.0 7001', 'tcp :: 22']);
    expect(facts.services?.map(({ name, state }) => `${name} ${state}`)).toContain('application/oraagent:default failed');
    expect(facts.packages?.items[0]).toEqual({ name: 'web/server/apache-24', version: '2.4.51-11.4.42.0.1.111.0' });
    expect(facts.filesystems?.map(({ mountPoint, remote }) => [mountPoint, remote])).toEqual([['/', false], ['/export', false], ['/share', true]]);
    expect(JSON.stringify([facts, ...sections.values()])).not.toContain('Xy7hidden');
  });

  test('H23 Solaris 10 in a zone: what its programs do not tell is absent', () => {
    const { facts, inState } = read(solaris10);
    expect(facts).toMatchObject({ os: { version: '10', kernel: 'Generic_147148-26' }, virtualisation: { kind: 'container', technology: 'solaris-zone' }, cpu: { threads: 2, sockets: 2 }, packages: { items: [{ name: 'SUNWcsu', version: '11.10.0,REV=2005.01.21.16.34', architecture: 'i386' }, { name: 'SUNWsshdu' }] } });
    expect(inState('absent')).toEqual(expect.arrayContaining(['uptime', 'sockets', 'processes', 'services', 'filesystems', 'utilisation', 'block-devices']));
  });

  test('H23 HP-UX', () => {
    const { facts, inState } = read(hpUx);
    expect(inState('complete').toSorted()).toEqual(EVERYWHERE.toSorted());
    expect(facts).toMatchObject({
      os: { family: 'hpux', name: 'HP-UX 11.31', architecture: 'ia64' }, virtualisation: { kind: 'physical', vendor: 'HP', productName: 'ia64 hp server rx6600', serial: 'SGH4747XYZ' },
      cpu: { sockets: 4, threads: 8, model: 'Intel(R) Itanium 2 9100 series processors', mhz: 1590 }, memory: { memBytes: 24_542 * 1024 ** 2, swapBytes: 12 * 1024 ** 3 },
      nics: [{ name: 'lan0', mac: '00:1a:4b:06:e2:4c', state: 'up', addresses: [{ address: '10.63.1.9', prefixLength: 24 }] }],
      filesystems: [{ mountPoint: '/', fsType: 'vxfs' }, { mountPoint: '/informix/data', source: '/dev/vg01/lvol_informix_data', sizeBytes: 209_715_200 * 1024 }],
      services: [{ name: 'net' }, { name: 'named' }, { name: 'hpws_apache' }], utilisationNow: { cpuRatio: 0.25, load1: 0.3 },
    });
  });

  test('H23 FreeBSD', () => {
    const { facts } = read(freebsd);
    expect(facts).toMatchObject({
      os: { family: 'freebsd', name: 'FreeBSD 13.2-RELEASE-p4', version: '13.2', kernel: '13.2-RELEASE-p3', architecture: 'x86_64', bootMode: 'uefi' }, virtualisation: { kind: 'virtual', technology: 'kvm', vendor: 'QEMU' }, cpu: { threads: 4, cores: 4, mhz: 2095 },
      memory: { memBytes: 8_550_387_712, swapBytes: 2 * 1024 ** 3 }, blockDevices: [{ name: 'vtbd0', sizeBytes: 53_687_091_200 }, { name: 'nda0', model: 'QEMU NVMe Ctrl', rotational: false }],
      services: [{ name: 'hostid' }, { name: 'sshd' }, { name: 'nginx' }], filesystems: [{ mountPoint: '/', fsType: 'ufs' }, { mountPoint: '/var/logs-archive', remote: true }],
    });
    expect(facts.listeners).toContainEqual({ transport: 'tcp', address: '::', port: 80, processName: 'nginx', pid: 1201 });
    expect(facts.flows).toContainEqual({ transport: 'tcp', direction: 'outbound', peerAddress: '10.64.0.20', port: 5432, processName: 'php-fpm', connections: 1 });
    expect(facts.packages).toBeUndefined();
  });
});
