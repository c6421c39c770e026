import type { SectionDeclaration } from '../section-declaration.ts';
import { parseUtilisation } from './parse.ts';
import script from './collect.sh?raw';

export const utilisationSection: SectionDeclaration = {
  name: 'utilisation',
  costRank: 5,
  seconds: 35,
  bytes: 131_072,
  programs: [{ words: 'awk {text} {files}' }, { words: 'awk -v disks={text} {text} {files}' }, { words: 'awk -v nics={text} {text} {files}' }, { words: 'sleep {number}' }],
  reads: ['/proc/stat', '/proc/meminfo', '/proc/loadavg', '/proc/diskstats', '/proc/net/dev', '/sys/block', '/sys/class/net', '/sys/devices'],
  columns: [
    { name: 'intervalSeconds', type: 'number', unit: 'seconds', from: '/proc/uptime' },
    { name: 'cpuRatio', type: 'number', unit: 'ratio', from: '/proc/stat: cpu' },
    { name: 'memRatio', type: 'number', unit: 'ratio', from: '/proc/meminfo: MemTotal, MemAvailable' },
    { name: 'memUsedBytes', type: 'integer', unit: 'bytes', from: '/proc/meminfo: MemTotal, MemAvailable' },
    { name: 'load1', type: 'number', from: '/proc/loadavg' },
    { name: 'diskReadBytesPerSecond', type: 'number', unit: 'bytes/s', from: '/proc/diskstats' },
    { name: 'diskWriteBytesPerSecond', type: 'number', unit: 'bytes/s', from: '/proc/diskstats' },
    { name: 'diskOpsPerSecond', type: 'number', unit: '1/s', from: '/proc/diskstats' },
    { name: 'netInBytesPerSecond', type: 'number', unit: 'bytes/s', from: '/proc/net/dev' },
    { name: 'netOutBytesPerSecond', type: 'number', unit: 'bytes/s', from: '/proc/net/dev' },
  ],
  fact: 'utilisationNow',
  mayBeAbsent: false,
  read: (lines) => ({ utilisationNow: parseUtilisation(lines) }),
  script,
};
