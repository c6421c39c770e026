import { nonEmpty, type SectionDeclaration } from '../section-declaration.ts';
import { maskProcessLine, parseProcesses, parseProcessTotal } from './parse.ts';
import script from './collect.sh?raw';

export const processesSection: SectionDeclaration = {
  name: 'processes',
  costRank: 3,
  seconds: 8,
  bytes: 1_048_576,
  programs: [{ words: 'head -n 20000' }, { words: 'xargs {text} {files}' }, { words: 'sed {text} {files}' }, { words: 'sed {text}' }, { words: 'grep -H -E {text} {files}' }, { words: 'grep -a -H {text} {files}' }, { words: 'tr {text} {text}' }, { words: 'cut -c 1-2100' }, { words: 'awk -v self={number} {text}' }],
  reads: ['/etc/passwd', '/proc'],
  columns: [
    { name: 'processTotal', type: 'integer', from: '/proc' },
    { name: 'pid', type: 'integer', from: '/proc' },
    { name: 'ppid', type: 'integer', from: '/proc/<pid>/status: PPid' },
    { name: 'name', type: 'text', from: '/proc/<pid>/status: Name' },
    { name: 'user', type: 'text', from: '/proc/<pid>/status: Uid; /etc/passwd' },
    { name: 'commandLine', type: 'text', from: '/proc/<pid>/cmdline' },
    { name: 'residentBytes', type: 'integer', unit: 'bytes', from: '/proc/<pid>/status: VmRSS' },
  ],
  fact: 'processes',
  mayBeAbsent: false,
  read: (lines) => ({ processes: nonEmpty(parseProcesses(lines)), processTotal: parseProcessTotal(lines) }),
  maskLine: maskProcessLine,
  script,
};
