import { joined, knownRows, told, type MachineFacts, type MachineRow, type MachineWords } from './machine-row.ts';

export type StorageKey = 'controllers' | 'raid' | 'multipath' | 'fibreChannel' | 'iscsi' | 'groups' | 'pools' | 'swap';

/** What lies under the block devices, one text per array, path, group or pool. */
export function storageRows(storage: MachineFacts['storage'], words: MachineWords): MachineRow<StorageKey>[] {
  if (storage === undefined) return [];
  return knownRows<StorageKey>([
    ['controllers', storage.controllers?.map(({ kind, pciId, driver }) => joined(kind, driver, `(${pciId})`))],
    ['raid', storage.raidArrays?.map(({ name, level, sizeBytes, wanted, working, activity }) => joined(name, level, told(sizeBytes, words.bytes), wanted === undefined || working === undefined ? undefined : words.members(working, wanted), activity))],
    ['multipath', storage.multipath?.map(({ name, wwid, running, paths }) => joined(name, wwid, words.paths(running, paths)))],
    ['fibreChannel', storage.fibreChannel?.map(({ host, portName, state, speed }) => joined(host, portName, state, speed))],
    ['iscsi', storage.iscsi?.map(({ target, address, state }) => joined(target, address, state))],
    ['groups', storage.volumeGroups?.map(({ name, sizeBytes, freeBytes }) => joined(name, words.bytes(sizeBytes), words.free(words.bytes(freeBytes))))],
    ['pools', [
      ...(storage.btrfs?.map(({ uuid, label, devices }) => joined('btrfs', label ?? uuid, `(${words.count(devices)})`)) ?? []),
      ...(storage.zfs?.map(({ name, sizeBytes, freeBytes, health }) => joined('zfs', name, told(sizeBytes, words.bytes), told(freeBytes, (free) => words.free(words.bytes(free))), health)) ?? []),
    ]],
    ['swap', storage.swap?.map(({ source, sizeBytes }) => joined(source, words.bytes(sizeBytes)))],
  ]);
}
