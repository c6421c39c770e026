import type { SectionDeclaration } from '../section-declaration.ts';
import { parseUptime } from './parse.ts';
import script from './collect.sh?raw';

export const uptimeSection: SectionDeclaration = {
  name: 'uptime',
  costRank: 2,
  seconds: 2,
  bytes: 1024,
  programs: [{ words: 'grep {text} {files}' }],
  reads: ['/proc/uptime', '/proc/stat'],
  columns: [
    { name: 'seconds', type: 'number', unit: 'seconds', from: '/proc/uptime' },
    { name: 'bootedAt', type: 'instant', from: '/proc/stat: btime' },
  ],
  fact: 'uptime',
  mayBeAbsent: false,
  read: (lines) => ({ uptime: parseUptime(lines) }),
  script,
};
