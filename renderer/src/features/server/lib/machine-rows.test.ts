import { expect, test } from 'vitest';
import { GIB } from '../../../../../shared/kernel/quantities.ts';
import { hardwareRows } from './hardware-rows.ts';
import type { MachineWords } from './machine-row.ts';
import { networkRows } from './network-rows.ts';
import { protectionRows } from './protection-rows.ts';
import { storageRows } from './storage-rows.ts';

const words: MachineWords = {
  bytes: (bytes) => `${String(bytes / GIB)} GiB`, count: String, chassis: String, serial: (serial) => `#${serial}`, free: (size) => `${size} free`, paths: (running, paths) => `${String(running)}/${String(paths)}`,
  members: (working, wanted) => `${String(working)}/${String(wanted)}`, slots: (used, slots) => `${String(used)}/${String(slots)}`, atMost: (size) => `<= ${size}`, addable: (threads) => `+${String(threads)}`,
  rules: (rules, chains) => `${String(rules)}/${String(chains)}`, none: () => 'none', yesNo: String,
};
const valuesOf = (rows: readonly { readonly key: string; readonly values: readonly string[] }[]): Record<string, readonly string[]> => Object.fromEntries(rows.map(({ key, values }) => [key, values]));

test('hardware: modules that are alike are one line, threads that could be added are said', () => {
  const dimm = { sizeBytes: 32 * GIB, type: 'DDR4', megatransfersPerSecond: 2933, vendor: 'Samsung' };
  expect(valuesOf(hardwareRows({
    board: { vendor: 'Huawei', serial: 'X1' }, threadsOnline: 64, threadsPossible: 128, memorySlots: 24, memoryLimitBytes: 3072 * GIB, memoryModules: [dimm, dimm, { sizeBytes: 16 * GIB }],
    accelerators: [{ kind: 'gpu', vendor: 'nvidia', name: 'Tesla T4', memBytes: 15 * GIB, count: 2 }, { kind: 'npu', vendor: 'ascend', pciId: '19e5:d801', driver: 'davinci', count: 1 }],
  }, words))).toEqual({
    board: ['Huawei', '#X1'], threads: ['64', '+64'], modules: ['2 × 32 GiB DDR4 2933 MT/s Samsung', '1 × 16 GiB'], slots: ['3/24', '<= 3072 GiB'],
    accelerators: ['2 × Tesla T4 15 GiB', '1 × ascend 19e5:d801 (davinci)'],
  });
});

test('what was not read makes no row', () => {
  expect([...hardwareRows(undefined, words), ...hardwareRows({}, words), ...storageRows(undefined, words), ...networkRows({}, words), ...protectionRows({}, words)]).toEqual([]);
});

test('storage, network and protection in one text per thing', () => {
  expect(valuesOf(storageRows({
    raidArrays: [{ name: 'md0', level: 'raid1', active: true, members: ['sda', 'sdb'], wanted: 2, working: 1, failed: 1, spares: 0, activity: 'recovery' }],
    multipath: [{ name: 'mpatha', wwid: '3600', paths: 4, running: 3 }], volumeGroups: [{ name: 'vg', sizeBytes: 2 * GIB, freeBytes: GIB, physicalVolumes: 1, logicalVolumes: 1 }],
  }, words))).toEqual({ raid: ['md0 raid1 1/2 recovery'], multipath: ['mpatha 3600 3/4'], groups: ['vg 2 GiB 1 GiB free'] });
  expect(valuesOf(networkRows({ vlans: [{ name: 'backup', parent: 'bond0' }, { name: 'bond0.7', id: 7 }], routes: [{ destination: '0.0.0.0/0', gateway: '10.0.0.1', interface: 'eth0' }], dnsServers: ['10.0.0.2'] }, words)))
    .toEqual({ vlans: ['backup (bond0)', 'bond0.7 7'], routes: ['0.0.0.0/0 → 10.0.0.1 (eth0)'], dns: ['10.0.0.2'] });
  expect(valuesOf(protectionRows({ sessions: { remote: 0, failedUnits: 2 }, firewall: { services: [], chains: [{ tool: 'nft', table: 'inet/a', chain: 'x', rules: 3 }, { tool: 'nft', table: 'inet/a', chain: 'y', rules: 4 }], apparmor: true } }, words)))
    .toEqual({ remote: ['0'], failedUnits: ['2'], services: ['none'], rules: ['nft: 7/2'], apparmor: ['true'] });
});
