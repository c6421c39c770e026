import type { SectionDeclaration } from '../section-declaration.ts';
import { parseVirtualisation } from './parse.ts';
import script from './collect.sh?raw';

export const virtualisationSection: SectionDeclaration = {
  name: 'virtualisation',
  costRank: 1,
  seconds: 4,
  bytes: 16_384,
  programs: [{ words: 'systemd-detect-virt' }, { words: 'head -n 1' }, { words: 'grep -q {text} {files}' }, { words: 'awk {text} {files}' }, { words: 'tr -d {text}' }],
  reads: ['/run/systemd/container', '/.dockerenv', '/run/.containerenv', '/proc/vz', '/proc/bc', '/sys/class/dmi/id', '/proc/device-tree/model', '/sys/hypervisor/type', '/proc/cpuinfo', '/proc/modules'],
  columns: [
    { name: 'kind', type: 'choice', from: 'systemd-detect-virt; /sys/class/dmi/id; /proc/modules' },
    { name: 'technology', type: 'text', from: 'systemd-detect-virt; /sys/hypervisor/type' },
    { name: 'vendor', type: 'text', from: '/sys/class/dmi/id/sys_vendor' },
    { name: 'productName', type: 'text', from: '/sys/class/dmi/id/product_name; /proc/device-tree/model' },
    { name: 'serial', type: 'text', from: '/sys/class/dmi/id/product_serial', needsRoot: { lost: 'hardwareSerial', isLost: ({ virtualisation }) => virtualisation?.kind === 'physical' && virtualisation.serial === undefined } },
  ],
  fact: 'virtualisation',
  mayBeAbsent: false,
  read: (lines) => ({ virtualisation: parseVirtualisation(lines) }),
  script,
};
