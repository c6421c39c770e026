import { expect, test } from 'vitest';
import { parseBlockDevices } from './parse.ts';

/** Set by hand in the section's format: a multipath LUN with LVM on it, a RAID, an encrypted disk. */
const lines = [
  'dev sda 2097152 0 - - - - PERC H740P Mini', 'part sda1 2048 sda', 'dev sdb 4194304 1 - - - - MSA 2040', 'dev sdc 4194304 1 - - - - MSA 2040',
  'dev dm-0 4194304 1 sdb,sdc mpatha mpath-3600c0ff000 - -', 'dev dm-1 1024 - dm-0 vg--data-lv_home LVM-abc - -', 'dev dm-2 2048 0 sda1 luks CRYPT-LUKS2-x - -', 'dev md0 100 1 sdd,sde - - raid1 -', 'dev sr0 100 1 - - - - DVD-ROM', 'dev broken x 1 - - - - m', 'dev short 1',
];

test('kinds, sizes in bytes and parents by the names that are shown', () => {
  expect(parseBlockDevices(lines)).toEqual([
    { name: 'sda', kind: 'disk', sizeBytes: 1_073_741_824, rotational: false, model: 'PERC H740P Mini', parents: [] },
    { name: 'sda1', kind: 'partition', sizeBytes: 1_048_576, parents: ['sda'] },
    { name: 'sdb', kind: 'disk', sizeBytes: 2_147_483_648, rotational: true, model: 'MSA 2040', parents: [] },
    { name: 'sdc', kind: 'disk', sizeBytes: 2_147_483_648, rotational: true, model: 'MSA 2040', parents: [] },
    { name: 'mpatha', kind: 'multipath', sizeBytes: 2_147_483_648, rotational: true, parents: ['sdb', 'sdc'] },
    { name: 'vg--data-lv_home', kind: 'lvm', sizeBytes: 524_288, parents: ['mpatha'] },
    { name: 'luks', kind: 'crypt', sizeBytes: 1_048_576, rotational: false, parents: ['sda1'] },
    { name: 'md0', kind: 'raid', sizeBytes: 51_200, rotational: true, parents: ['sdd', 'sde'] },
    { name: 'sr0', kind: 'optical', sizeBytes: 51_200, rotational: true, model: 'DVD-ROM', parents: [] },
  ]);
});
