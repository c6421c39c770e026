import type { SectionDeclaration } from '../section-declaration.ts';
import { parseMemory } from './parse.ts';
import script from './collect.sh?raw';

export const memorySection: SectionDeclaration = {
  name: 'memory',
  costRank: 1,
  seconds: 2,
  bytes: 8192,
  programs: [{ words: 'grep -E {text} {files}' }],
  reads: ['/proc/meminfo'],
  columns: [
    { name: 'memBytes', type: 'integer', unit: 'bytes', from: '/proc/meminfo: MemTotal' },
    { name: 'swapBytes', type: 'integer', unit: 'bytes', from: '/proc/meminfo: SwapTotal' },
  ],
  fact: 'memory',
  mayBeAbsent: false,
  read: (lines) => ({ memory: parseMemory(lines) }),
  script,
};
