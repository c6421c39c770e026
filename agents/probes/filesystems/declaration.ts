import { nonEmpty, type SectionDeclaration } from '../section-declaration.ts';
import { parseFilesystems } from './parse.ts';
import script from './collect.sh?raw';

export const filesystemsSection: SectionDeclaration = {
  name: 'filesystems',
  costRank: 5,
  seconds: 7,
  bytes: 131_072,
  programs: [{ words: 'df -kP {mounts}' }, { words: 'head -n 500' }, { words: 'awk {text} {files}' }, { words: 'awk {text}' }],
  reads: ['/proc/self/mountinfo', '/proc/mounts'],
  columns: [
    { name: 'mountPoint', type: 'text', from: '/proc/self/mountinfo' },
    { name: 'source', type: 'text', from: '/proc/self/mountinfo' },
    { name: 'fsType', type: 'text', from: '/proc/self/mountinfo' },
    { name: 'sizeBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'usedBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'availableBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'remote', type: 'boolean', from: '/proc/self/mountinfo' },
  ],
  fact: 'filesystems',
  mayBeAbsent: true,
  read: (lines) => ({ filesystems: nonEmpty(parseFilesystems(lines)) }),
  script,
};
