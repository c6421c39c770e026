import type { SectionDeclaration } from '../section-declaration.ts';
import { parseArchives, parseHistory } from './parse.ts';
import script from './collect.sh?raw';

export const historySection: SectionDeclaration = {
  name: 'history',
  costRank: 4,
  seconds: 15,
  bytes: 262_144,
  programs: [{ words: 'sadf -d {files} -- -u -r -b -n DEV' }, { words: 'ls -l {files}' }, { words: 'ls -t {files}' }, { words: 'head -n 31' }, { words: 'awk {text}' }, { words: 'awk {text} {files}' }, { words: 'awk -F ; -v nics={text} -v total={number} {text}' }],
  reads: ['/var/log/sa', '/var/log/sysstat', '/var/log/atop', '/var/log/pcp/pmlogger', '/sys/class/net', '/sys/devices', '/proc/meminfo'],
  columns: [
    { name: 'intervalSeconds', type: 'number', unit: 'seconds', from: 'sadf -d' },
    { name: 'from', type: 'instant', from: 'sadf -d' },
    { name: 'to', type: 'instant', from: 'sadf -d' },
    { name: 'metrics.cpuRatio', type: 'number', unit: 'ratio', from: 'sadf -u: 100 - %idle - %iowait' },
    { name: 'metrics.memRatio', type: 'number', unit: 'ratio', from: 'sadf -r: kbavail, else kbmemfree + kbbuffers + kbcached' },
    { name: 'metrics.diskReadBytesPerSecond', type: 'number', unit: 'bytes/s', from: 'sadf -b: bread/s' },
    { name: 'metrics.diskWriteBytesPerSecond', type: 'number', unit: 'bytes/s', from: 'sadf -b: bwrtn/s' },
    { name: 'metrics.diskOpsPerSecond', type: 'number', unit: '1/s', from: 'sadf -b: rtps + wtps' },
    { name: 'metrics.netInBytesPerSecond', type: 'number', unit: 'bytes/s', from: 'sadf -n DEV: rxkB/s' },
    { name: 'metrics.netOutBytesPerSecond', type: 'number', unit: 'bytes/s', from: 'sadf -n DEV: txkB/s' },
    { name: 'loadArchives', type: 'text', from: 'names and sizes below /var/log/atop, /var/log/pcp/pmlogger' },
  ],
  fact: 'history',
  mayBeAbsent: true,
  read: (lines) => ({ history: parseHistory(lines), loadArchives: parseArchives(lines) }),
  script,
};
