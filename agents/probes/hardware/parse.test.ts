import { describe, expect, test } from 'vitest';
import { GIB, TIB } from '../../../shared/kernel/quantities.ts';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import virtual from '../fixtures/debian-12-machine-root/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseHardware } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };

describe('captures', () => {
  test('a virtual machine: threads, one node, PCI functions; no firmware told, no accelerator', () => {
    expect(parseProbe(virtual, options).facts.hardware).toMatchObject({ threadsPossible: 2, threadsOnline: 2, smt: false, numaNodes: [{ node: 0, threads: 2, memBytes: 13_330_644 * 1024 }], accelerators: [] });
    expect(parseProbe(virtual, options).facts.hardware?.pci).toContainEqual({ classCode: '0200', vendorId: '1af4', deviceId: '1041', driver: 'virtio-pci', count: 1 });
  });

  test('a physical machine: board, chassis, hot-plug room, memory modules, accelerators by the makers’ tools', () => {
    const { hardware } = parseProbe(physical, options).facts;
    expect(hardware).toMatchObject({
      firmware: { vendor: 'INSYDE Corp.', version: '1.87', date: '06/24/2021' }, board: { vendor: 'Huawei', name: 'IT11SGCA1', serial: '028DMAWJLB000123' }, chassis: 'rack', threadsPossible: 128, threadsOnline: 64, smt: true,
      memorySlots: 3, memoryLimitBytes: 3 * TIB, numaNodes: [{ node: 0, threads: 32 }, { node: 1, threads: 32 }],
    });
    expect(hardware?.memoryModules).toEqual(['DIMM000', 'DIMM010'].map((locator) => ({ sizeBytes: 32 * GIB, type: 'DDR4', megatransfersPerSecond: 2933, locator, vendor: 'Samsung', partNumber: 'M393A4K40CB2-CVF' })));
    expect(hardware?.accelerators).toEqual([
      { kind: 'gpu', vendor: 'nvidia', name: 'Tesla T4', memBytes: 15_109 * 1024 ** 2, driver: '470.82.01', count: 2 },
      { kind: 'npu', vendor: 'ascend', name: 'IT21PDDA01', count: 1 },
    ]);
  });
});

test('without the makers’ tools accelerators are known by their PCI functions; chips of board controllers and hypervisors are none', () => {
  expect(parseHardware(['pci 0302 10de 1eb8 - 2', 'pci 0300 19e5 1711 hibmc-drm 1', 'pci 0300 1a03 2000 ast 1', 'pci 0300 1234 1111 bochs-drm 1', 'pci 1200 19e5 d801 - 1', 'pci 0b40 8086 37c8 qat 3'])?.accelerators).toEqual([
    { kind: 'gpu', vendor: 'nvidia', pciId: '10de:1eb8', count: 2 }, { kind: 'npu', vendor: 'ascend', pciId: '19e5:d801', count: 1 },
  ]);
});

test('H20 what firmware left unfilled and numbers no machine has are not believed', () => {
  expect(parseHardware([
    'bios-vendor To Be Filled By O.E.M.', 'board-serial 0000000000', 'board-name Default string', 'cpus-possible 0-99999999', 'cpus-online 7-3', 'slots -4', 'memory-limit 99999999999999999 TB',
    'module 0 MB DDR4 0 A|B|C', 'module 9999999999999999 TB DDR4 1 A|B|C', 'node 0 0-3 18446744073709551616', 'pci zz 1af4 1041 - 1', 'smt 7',
  ])).toBeUndefined();
});
