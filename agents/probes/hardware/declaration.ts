import type { SectionDeclaration } from '../section-declaration.ts';
import { parseHardware } from './parse.ts';
import script from './collect.sh?raw';

export const hardwareSection: SectionDeclaration = {
  name: 'hardware',
  costRank: 2,
  seconds: 9,
  bytes: 32_768,
  programs: [
    { words: 'awk {text} {files}' }, { words: 'awk {text}' },
    { words: 'dmidecode -t 16 -t 17', asRoot: true },
    { words: 'nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader,nounits' }, { words: 'npu-smi info -l' },
  ],
  reads: ['/sys/class/dmi/id', '/sys/devices/system/cpu', '/sys/devices/system/node', '/sys/bus/pci', '/sys/firmware/dmi/tables', '/proc/driver/nvidia/version', '/dev/nvidiactl', '/dev/davinci_manager'],
  columns: [
    { name: 'firmware.vendor', type: 'text', from: '/sys/class/dmi/id/bios_vendor' },
    { name: 'firmware.version', type: 'text', from: '/sys/class/dmi/id/bios_version' },
    { name: 'firmware.date', type: 'text', from: '/sys/class/dmi/id/bios_date' },
    { name: 'board.vendor', type: 'text', from: '/sys/class/dmi/id/board_vendor' },
    { name: 'board.name', type: 'text', from: '/sys/class/dmi/id/board_name' },
    { name: 'board.serial', type: 'text', from: '/sys/class/dmi/id/board_serial', needsRoot: { lost: 'boardSerial', isLost: ({ hardware }) => hardware?.board?.name !== undefined && hardware.board.serial === undefined } },
    { name: 'chassis', type: 'choice', from: '/sys/class/dmi/id/chassis_type' },
    { name: 'chassisSerial', type: 'text', from: '/sys/class/dmi/id/chassis_serial' },
    { name: 'threadsPossible', type: 'integer', from: '/sys/devices/system/cpu/possible' },
    { name: 'threadsOnline', type: 'integer', from: '/sys/devices/system/cpu/online' },
    { name: 'smt', type: 'boolean', from: '/sys/devices/system/cpu/smt/active' },
    { name: 'numaNodes.threads', type: 'integer', from: '/sys/devices/system/node/node<n>/cpulist' },
    { name: 'numaNodes.memBytes', type: 'integer', unit: 'bytes', from: '/sys/devices/system/node/node<n>/meminfo' },
    { name: 'memoryModules', type: 'text', from: 'dmidecode -t 17', needsRoot: { lost: 'memoryModules', isLost: ({ hardware, virtualisation }) => virtualisation?.kind === 'physical' && hardware !== undefined && hardware.memoryModules === undefined } },
    { name: 'memorySlots', type: 'integer', from: 'dmidecode -t 17' },
    { name: 'memoryLimitBytes', type: 'integer', unit: 'bytes', from: 'dmidecode -t 16: Maximum Capacity' },
    { name: 'pci', type: 'text', from: '/sys/bus/pci/devices/*/{class,vendor,device,driver}' },
    { name: 'accelerators', type: 'text', from: '/sys/bus/pci/devices; nvidia-smi; npu-smi info -l' },
  ],
  fact: 'hardware',
  mayBeAbsent: true,
  read: (lines) => ({ hardware: parseHardware(lines) }),
  script,
};
