import { GIB } from '../../shared/kernel/quantities.ts';
import type { CityDisk, CityServer } from './city.ts';

export interface LaidPartition { readonly name: string; readonly disk: string; readonly sizeBytes: number }
export interface LaidVolume { readonly name: string; readonly mapName: string; readonly sizeBytes: number; readonly parents: readonly string[] }
export interface LaidFilesystem { readonly mountPoint: string; readonly source: string; readonly device: string; readonly fsType: 'xfs' | 'ext4'; readonly sizeBytes: number; readonly usedBytes: number; readonly availableBytes: number }
export interface StorageLayout { readonly partitions: readonly LaidPartition[]; readonly volumes: readonly LaidVolume[]; readonly filesystems: readonly LaidFilesystem[] }

const BOOT_BYTES = GIB;

/**
 * How a machine cuts up its disks: the RPM family puts root and swap on LVM beside /boot, the dpkg family uses one
 * partition; one data disk is a partition on /data, several are one striped volume.
 */
export function storageLayout(server: CityServer): StorageLayout {
  const [system, ...data] = server.disks;
  if (system === undefined) return { partitions: [], volumes: [], filesystems: [] };
  const root = server.os.packageFormat === 'rpm' ? lvmRoot(server, system) : plainRoot(server, system);
  const more = dataLayout(server, data, root.volumes.length);
  return { partitions: [...root.partitions, ...more.partitions], volumes: [...root.volumes, ...more.volumes], filesystems: [...root.filesystems, ...more.filesystems] };
}

function filesystem(mountPoint: string, source: string, device: string, fsType: 'xfs' | 'ext4', deviceBytes: number, usedRatio: number): LaidFilesystem {
  const sizeBytes = wholeKib(deviceBytes * 0.985);
  const usedBytes = wholeKib(sizeBytes * usedRatio);
  const reserved = fsType === 'ext4' ? sizeBytes * 0.05 : 0;
  return { mountPoint, source, device, fsType, sizeBytes, usedBytes, availableBytes: Math.max(0, wholeKib(sizeBytes - usedBytes - reserved)) };
}

function wholeKib(bytes: number): number {
  return Math.floor(bytes / 1024) * 1024;
}

function lvmRoot(server: CityServer, disk: CityDisk): StorageLayout {
  const group = server.os.id === 'sles' ? 'system' : server.os.id;
  const swap = Math.min(server.swapBytes, 16 * GIB);
  const physical = disk.sizeBytes - BOOT_BYTES;
  const boot = `${disk.name}1`;
  const holder = `${disk.name}2`;
  const volumes = [{ name: 'dm-0', mapName: `${group}-root`, sizeBytes: physical - swap, parents: [holder] }];
  if (swap > 0) volumes.push({ name: 'dm-1', mapName: `${group}-swap`, sizeBytes: swap, parents: [holder] });
  const type = server.os.systemd ? 'xfs' : 'ext4';
  return {
    partitions: [{ name: boot, disk: disk.name, sizeBytes: BOOT_BYTES }, { name: holder, disk: disk.name, sizeBytes: physical }],
    volumes,
    filesystems: [
      filesystem('/', `/dev/mapper/${group}-root`, 'dm-0', type, physical - swap, server.rootUsedRatio),
      filesystem('/boot', `/dev/${boot}`, boot, type, BOOT_BYTES, 0.2),
    ],
  };
}

function plainRoot(server: CityServer, disk: CityDisk): StorageLayout {
  const name = `${disk.name}1`;
  return { partitions: [{ name, disk: disk.name, sizeBytes: disk.sizeBytes }], volumes: [], filesystems: [filesystem('/', `/dev/${name}`, name, 'ext4', disk.sizeBytes, server.rootUsedRatio)] };
}

function dataLayout(server: CityServer, disks: readonly CityDisk[], volumesBefore: number): StorageLayout {
  const [first] = disks;
  if (first === undefined) return { partitions: [], volumes: [], filesystems: [] };
  if (disks.length === 1) {
    const name = `${first.name}1`;
    return { partitions: [{ name, disk: first.name, sizeBytes: first.sizeBytes }], volumes: [], filesystems: [filesystem('/data', `/dev/${name}`, name, 'xfs', first.sizeBytes, server.dataUsedRatio)] };
  }
  const sizeBytes = disks.reduce((sum, disk) => sum + disk.sizeBytes, 0);
  const name = `dm-${volumesBefore}`;
  return { partitions: [], volumes: [{ name, mapName: 'vgdata-lvdata', sizeBytes, parents: disks.map((disk) => disk.name) }], filesystems: [filesystem('/data', '/dev/mapper/vgdata-lvdata', name, 'xfs', sizeBytes, server.dataUsedRatio)] };
}
