import type { SectionDeclaration } from '../section-declaration.ts';
import { parseCpu } from './parse.ts';
import script from './collect.sh?raw';

export const cpuSection: SectionDeclaration = {
  name: 'cpu',
  costRank: 1,
  seconds: 4,
  bytes: 8192,
  programs: [{ words: 'awk -F {text} {text} {files}' }, { words: 'awk -F {text} {text}' }, { words: 'grep -H {text} {files}' }, { words: 'grep -q {text} {files}' }, { words: 'lscpu' }],
  reads: ['/proc/cpuinfo', '/sys/devices/system/cpu'],
  columns: [
    { name: 'model', type: 'text', from: '/proc/cpuinfo: model name; lscpu' },
    { name: 'sockets', type: 'integer', from: '/sys/devices/system/cpu/cpu*/topology/physical_package_id' },
    { name: 'cores', type: 'integer', from: '/sys/devices/system/cpu/cpu*/topology/core_id' },
    { name: 'threads', type: 'integer', from: '/proc/cpuinfo: processor' },
    { name: 'mhz', type: 'number', unit: 'MHz', from: '/proc/cpuinfo: cpu MHz; lscpu' },
  ],
  fact: 'cpu',
  mayBeAbsent: false,
  read: (lines) => ({ cpu: parseCpu(lines) }),
  script,
};
