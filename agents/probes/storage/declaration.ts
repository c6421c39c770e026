import type { SectionDeclaration } from '../section-declaration.ts';
import { parseStorage } from './parse.ts';
import script from './collect.sh?raw';

/** Without hints, so that no file is opened for writing. */
const VOLUME_OPTIONS = '--readonly --config devices/hints="none" --noheadings --nosuffix --units b --separator | -o';

export const storageSection: SectionDeclaration = {
  name: 'storage',
  costRank: 4,
  seconds: 10,
  bytes: 131_072,
  programs: [
    { words: `vgs ${VOLUME_OPTIONS} vg_name,vg_size,vg_free,pv_count,lv_count`, asRoot: true },
    { words: `pvs ${VOLUME_OPTIONS} pv_name,vg_name,pv_size,pv_free`, asRoot: true },
    { words: `lvs ${VOLUME_OPTIONS} lv_name,vg_name,lv_size,segtype,pool_lv`, asRoot: true },
    { words: 'zpool list -Hp -o name,size,allocated,free,health' }, { words: 'awk {text}' }, { words: 'head -n 200' },
  ],
  reads: ['/proc/mdstat', '/proc/swaps', '/proc/spl/kstat/zfs', '/sys/block', '/sys/bus/pci', '/sys/class/fc_host', '/sys/class/fc_remote_ports', '/sys/class/iscsi_session', '/sys/class/iscsi_connection', '/sys/fs/btrfs'],
  columns: [
    { name: 'raidArrays', type: 'text', from: '/proc/mdstat' },
    { name: 'multipath.wwid', type: 'text', from: '/sys/block/dm-*/dm/uuid: mpath-' },
    { name: 'multipath.paths', type: 'integer', from: '/sys/block/dm-*/slaves' },
    { name: 'multipath.running', type: 'integer', from: '/sys/block/dm-*/slaves/*/device/state' },
    { name: 'controllers', type: 'text', from: '/sys/bus/pci/devices/*/{class,vendor,device,driver}' },
    { name: 'fibreChannel', type: 'text', from: '/sys/class/fc_host/host*/{port_name,port_state,speed}' },
    { name: 'fibreChannelTargets', type: 'integer', from: '/sys/class/fc_remote_ports/rport-*/roles' },
    { name: 'iscsi', type: 'text', from: '/sys/class/iscsi_session; /sys/class/iscsi_connection' },
    { name: 'swap', type: 'text', from: '/proc/swaps' },
    { name: 'btrfs', type: 'text', from: '/sys/fs/btrfs' },
    { name: 'zfs', type: 'text', from: '/proc/spl/kstat/zfs; zpool list' },
    {
      name: 'volumeGroups', type: 'text', from: 'vgs',
      needsRoot: { lost: 'volumeGroups', isLost: ({ storage, blockDevices }) => storage?.volumeGroups === undefined && blockDevices?.some(({ kind }) => kind === 'lvm') === true },
    },
    { name: 'physicalVolumes', type: 'text', from: 'pvs' },
    { name: 'logicalVolumes', type: 'text', from: 'lvs' },
  ],
  fact: 'storage',
  mayBeAbsent: true,
  read: (lines) => ({ storage: parseStorage(lines) }),
  script,
};
