import { expect, test } from 'vitest';
import { parseFilesystems } from './parse.ts';

const KIB = 1024;

test('bind mounts count once, network mounts carry no size, blanks in names survive', () => {
  const lines = [
    'mount 8:1 / / xfs /dev/sda1', 'mount 8:1 /srv/www /var/www xfs /dev/sda1', 'mount 8:17 / /data\\040of\\040city ext4 /dev/sdb1', 'mount 0:45 / /mnt/share nfs4 10.0.0.9:/export', 'mount - - /old ext3 /dev/sdc1', 'mount 8:99 / /unseen ext4 /dev/sdz1',
    '--', 'Filesystem     1024-blocks     Used Available Capacity Mounted on', '/dev/sda1          1000       400       600      40% /', '/dev/sdb1          2000       100      -50     105% /data of city', '/dev/sdc1 300 100 200 34% /old',
  ];
  expect(parseFilesystems(lines)).toEqual([
    { mountPoint: '/', source: '/dev/sda1', fsType: 'xfs', sizeBytes: 1000 * KIB, usedBytes: 400 * KIB, availableBytes: 600 * KIB, remote: false },
    { mountPoint: '/data of city', source: '/dev/sdb1', fsType: 'ext4', sizeBytes: 2000 * KIB, usedBytes: 100 * KIB, availableBytes: 0, remote: false },
    { mountPoint: '/old', source: '/dev/sdc1', fsType: 'ext3', sizeBytes: 300 * KIB, usedBytes: 100 * KIB, availableBytes: 200 * KIB, remote: false },
    { mountPoint: '/mnt/share', source: '10.0.0.9:/export', fsType: 'nfs4', sizeBytes: 0, usedBytes: 0, availableBytes: 0, remote: true },
  ]);
});
