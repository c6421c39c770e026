import type { HostFacts } from '../../shared/model/host-facts.ts';
import { formatEvidence, readHost, type HostRecord } from '../../electron/core/inventory/index.ts';

export const TEST_INSTANT = '2026-11-02T08:00:00.000Z';

/** Ids that rise: the same test, the same ids. */
export function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return String(last).padStart(6, '0');
  };
}

/** A small virtual machine as one contact would show it. */
export function hostFacts(changes: Partial<HostFacts> = {}): HostFacts {
  return {
    schema: 1,
    collectedAt: TEST_INSTANT,
    privilege: 'root',
    sections: [{ name: 'os', state: 'complete', bytes: 120, missing: [] }],
    identity: { hostname: 'app-01', machineId: 'a'.repeat(32), productUuid: 'uuid-1' },
    os: { family: 'linux', id: 'kylin', name: 'Kylin Linux Advanced Server V10', version: 'V10', kernel: '4.19.90', architecture: 'aarch64' },
    virtualisation: { kind: 'virtual', technology: 'kvm' },
    cpu: { threads: 8, model: 'Kunpeng 920' },
    memory: { memBytes: 16 * 1024 ** 3, swapBytes: 0 },
    blockDevices: [{ name: 'vda', kind: 'disk', sizeBytes: 100 * 1024 ** 3, parents: [] }],
    filesystems: [{ mountPoint: '/', source: '/dev/vda1', fsType: 'xfs', sizeBytes: 100 * 1024 ** 3, usedBytes: 30 * 1024 ** 3, availableBytes: 70 * 1024 ** 3, remote: false }],
    nics: [{ name: 'eth0', addresses: [{ address: '10.1.0.11', prefixLength: 24, family: 'ipv4' }] }],
    uptime: { seconds: 86_400 },
    utilisationNow: {
      intervalSeconds: 2, cpuRatio: 0.2, memRatio: 0.5, memUsedBytes: 8 * 1024 ** 3, load1: 1, diskReadBytesPerSecond: 0, diskWriteBytesPerSecond: 0, diskOpsPerSecond: 0,
      netInBytesPerSecond: 0, netOutBytesPerSecond: 0,
    },
    listeners: [{ transport: 'tcp', address: '0.0.0.0', port: 8080, processName: 'java' }],
    flows: [{ transport: 'tcp', direction: 'outbound', peerAddress: '10.1.0.12', port: 5432, processName: 'java', connections: 4 }],
    packages: { manager: 'rpm', items: [{ name: 'glibc', version: '2.28' }] },
    ...changes,
  };
}

export function hostRecord({ facts = hostFacts(), raw = formatEvidence(new Map([['os', 'ID=kylin'], ['cpu', 'model Kunpeng 920']])), ...changes }: Partial<HostRecord> & Pick<HostRecord, 'newId'> & { readonly facts?: HostFacts; readonly raw?: string }): HostRecord {
  return {
    reading: readHost(facts, raw),
    run: { id: null, by: 'tester' },
    target: { host: '10.1.0.11', name: null, departmentName: '财政局', tag: null },
    outcome: { state: 'scanned', errorCode: null },
    at: TEST_INSTANT,
    ...changes,
  };
}
