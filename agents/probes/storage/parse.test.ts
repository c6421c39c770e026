import { describe, expect, test } from 'vitest';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import virtual from '../fixtures/debian-12-machine-root/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseStorage } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };

describe('captures', () => {
  test('btrfs over two devices', () => {
    expect(parseProbe(virtual, options).facts.storage).toEqual({ btrfs: [{ uuid: 'c7cc6b72-dc54-4b99-9ecd-f5acb5e1d03f', label: 'pool1', devices: 2 }] });
  });

  test('software RAID: the state of members, and what is being done', () => {
    expect(parseProbe(physical, options).facts.storage?.raidArrays).toEqual([
      { name: 'md127', level: 'raid5', active: true, sizeBytes: 1_953_260_544 * 1024, members: ['sdh1', 'sdg1', 'sdf1', 'sde1'], wanted: 3, working: 2, failed: 1, spares: 1, activity: 'recovery' },
      { name: 'md0', level: 'raid1', active: true, sizeBytes: 976_630_336 * 1024, members: ['sdb1', 'sda1'], wanted: 2, working: 2, failed: 0, spares: 0 },
    ]);
  });

  test('paths, adapters, SAN and volume groups', () => {
    expect(parseProbe(physical, options).facts.storage).toMatchObject({
      multipath: [{ name: 'mpatha', wwid: '3600a098038303634722b4d59646c4436', paths: 4, running: 3 }],
      controllers: [{ kind: 'raid', pciId: '1000:0016', driver: 'megaraid_sas' }, { kind: 'sata' }, { kind: 'fibre-channel' }, { kind: 'fibre-channel' }],
      fibreChannel: [{ host: 'host6', portName: '0x2100f4e9d4550006', state: 'Online', speed: '16 Gbit' }, { host: 'host7', portName: '0x2100f4e9d4550007', state: 'Linkdown' }],
      fibreChannelTargets: 2,
      iscsi: [{ target: 'iqn.2006-08.com.huawei:oceanstor:2100f4e9d4551234', address: '10.8.0.5', port: 3260, state: 'LOGGED_IN' }],
      volumeGroups: [{ name: 'vgdata', sizeBytes: 310_378_496, freeBytes: 163_577_856, physicalVolumes: 1, logicalVolumes: 2 }],
      physicalVolumes: [{ device: '/dev/loop1', group: 'vgdata', sizeBytes: 310_378_496, freeBytes: 163_577_856 }],
      logicalVolumes: [{ name: 'lv-app', group: 'vgdata', sizeBytes: 104_857_600, kind: 'linear' }, { name: 'lv_log', group: 'vgdata', sizeBytes: 41_943_040, kind: 'linear' }],
    });
  });
});

test('ZFS: pools the tool did not tell of are known by name', () => {
  expect(parseStorage(['zfs tank', 'zfs rpool', 'zpool tank\t1099511627776\t5\t7\tDEGRADED'])).toEqual({ zfs: [{ name: 'tank', sizeBytes: 1_099_511_627_776, usedBytes: 5, freeBytes: 7, health: 'DEGRADED' }, { name: 'rpool' }] });
});

test('an array that was not started, and lines of another shape', () => {
  expect(parseStorage(['md md9 : inactive sdz[0](S)', 'md 488254464 blocks super 1.2', 'path x LVM-1 2 2', 'vg a|b|c|d|e', 'iscsi', 'swap /x file 1']))
    .toEqual({ raidArrays: [{ name: 'md9', active: false, members: ['sdz'], failed: 0, spares: 1, sizeBytes: 488_254_464 * 1024 }] });
});
