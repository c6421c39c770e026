import { describe, expect, test } from 'vitest';
import { checkChanges } from './check-changes.ts';
import { formatEvidence, splitEvidence } from './evidence/evidence-text.ts';
import { mainAddress, reachableAddresses } from './host-addresses.ts';
import { currentValue } from './observations/current-value.ts';
import { packJson, unpackJson, unpackText } from './packed-json.ts';
import { diskBytesOf, usedStorageBytesOf } from './storage-totals.ts';
import { z } from 'zod';

describe('currentValue', () => {
  test('entered beats scanned beats imported beats inferred, in any order', () => {
    const latest = (['inferred', 'imported', 'scanned', 'entered'] as const).map((source) => ({ source, value: source }));
    expect(currentValue(latest)?.value).toBe('entered');
    expect(currentValue(latest.slice(0, 3))?.value).toBe('scanned');
    expect(currentValue(latest.slice(0, 2))?.value).toBe('imported');
  });

  test('a withdrawn value gives way to the next source', () => {
    expect(currentValue([{ source: 'entered', value: null }, { source: 'scanned', value: 8 }])?.value).toBe(8);
    expect(currentValue([{ source: 'entered', value: null }])).toBeUndefined();
  });
});

describe('storage totals', () => {
  const disk = (name: string, sizeBytes: number, changes: object = {}) => ({ name, kind: 'disk' as const, sizeBytes, parents: [], ...changes });
  test('the paths of a multipath device are one disk; partitions and volumes are no disks', () => {
    const devices = [disk('sda', 100), disk('sdb', 50), disk('sdc', 50), disk('mpatha', 50, { kind: 'multipath', parents: ['sdb', 'sdc'] }), disk('sda1', 99, { kind: 'partition', parents: ['sda'] }), disk('root', 90, { kind: 'lvm', parents: ['sda1'] })];
    expect(diskBytesOf(devices)).toBe(150);
  });

  test('remote and memory file systems do not count, a device mounted twice counts once', () => {
    const mounted = (source: string, usedBytes: number, changes: object = {}) => ({ mountPoint: '/', source, fsType: 'xfs', sizeBytes: 1000, usedBytes, availableBytes: 0, remote: false, ...changes });
    expect(usedStorageBytesOf([mounted('/dev/vda1', 30), mounted('/dev/vda1', 30, { mountPoint: '/bind' }), mounted('nas:/x', 500, { remote: true }), mounted('tmpfs', 7, { fsType: 'tmpfs' })])).toBe(30);
  });
});

describe('addresses', () => {
  const nic = (name: string, address: string, family: 'ipv4' | 'ipv6' = 'ipv4') => ({ name, addresses: [{ address, prefixLength: 24, family }] });
  test('bridges of container engines, loopback and link-local addresses identify nobody', () => {
    expect(reachableAddresses([nic('lo', '127.0.0.1'), nic('docker0', '172.17.0.1'), nic('eth0', 'fe80::1', 'ipv6'), nic('eth1', 'fd00::5', 'ipv6'), nic('eth0', '10.0.0.5')])).toEqual(['10.0.0.5', 'fd00::5']);
  });

  test('the address it was reached at is shown, unless it only means something here', () => {
    expect(mainAddress('10.9.9.9', ['10.0.0.5'])).toBe('10.9.9.9');
    expect(mainAddress('127.0.0.1', ['10.0.0.5'])).toBe('10.0.0.5');
    expect(mainAddress('app.city.cn', ['10.0.0.5'])).toBe('10.0.0.5');
    expect(mainAddress('127.0.0.1', [])).toBe('127.0.0.1');
    expect(mainAddress('app.city.cn', [])).toBeUndefined();
  });
});

describe('evidence', () => {
  test('sections come back from the text they were put into; a line that looks like a mark stays a line', () => {
    const sections = new Map([['os', 'ID=kylin\n@section cpu\nend'], ['cpu', '']] as const);
    expect([...splitEvidence(formatEvidence(sections))]).toEqual([['os', 'ID=kylin\n @section cpu\nend'], ['cpu', '']]);
    expect(splitEvidence('no sections').size).toBe(0);
  });
});

describe('packed JSON', () => {
  const schema = z.object({ a: z.number() });
  test('comes back as it was; other content and other bytes are nothing', () => {
    expect(unpackJson(packJson({ a: 1 }), schema)).toEqual({ a: 1 });
    expect(unpackJson(packJson({ a: 'x' }), schema)).toBeUndefined();
    expect(unpackText(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });
});

describe('checkChanges', () => {
  test('takes editable fields with fitting values, null to withdraw', () => {
    expect(checkChanges({ vcpuCount: 8, note: null })).toEqual([{ field: 'vcpuCount', value: 8 }, { field: 'note', value: null }]);
  });

  test.each([[{ sampleCount: 3 }], [{ vcpuCount: -1 }], [{ kind: 'cloud' }], [{ id: 'x' }], [{ memBytes: '8G' }], [{}]])('%j is refused', (changes) => {
    expect(() => checkChanges(changes)).toThrow(expect.objectContaining({ code: 'request.invalid_input' }));
  });
});
