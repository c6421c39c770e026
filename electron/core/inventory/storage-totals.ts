import type { BlockDevice, Filesystem } from '../../../shared/model/host-facts.ts';

/** Disks as the machine owns them: the paths of a multipath device are one disk, counted once. */
export function diskBytesOf(devices: readonly BlockDevice[]): number {
  const multipaths = devices.filter((device) => device.kind === 'multipath');
  const paths = new Set(multipaths.flatMap((device) => device.parents));
  const disks = devices.filter((device) => device.kind === 'disk' && !paths.has(device.name));
  return [...disks, ...multipaths].reduce((sum, device) => sum + device.sizeBytes, 0);
}

/** File systems that hold no data of their own. */
const WITHOUT_DATA: ReadonlySet<string> = new Set(['tmpfs', 'devtmpfs', 'overlay', 'squashfs', 'iso9660', 'proc', 'sysfs', 'ramfs']);

/** Used bytes of the machine's own file systems; one device mounted twice (bind, subvolume) counts once, remote ones not at all. */
export function usedStorageBytesOf(filesystems: readonly Filesystem[]): number {
  const bySource = new Map<string, number>();
  for (const { source, fsType, usedBytes, remote } of filesystems) {
    if (!remote && !WITHOUT_DATA.has(fsType)) bySource.set(source, Math.max(bySource.get(source) ?? 0, usedBytes));
  }
  return [...bySource.values()].reduce((sum, bytes) => sum + bytes, 0);
}
