import type { SectionDeclaration } from '../section-declaration.ts';
import { parsePackages } from './parse.ts';
import script from './collect.sh?raw';

export const packagesSection: SectionDeclaration = {
  name: 'packages',
  costRank: 4,
  seconds: 14,
  bytes: 524_288,
  programs: [{ words: 'rpm -qa --qf {text}' }, { words: 'awk {text} {files}' }],
  reads: ['/var/lib/dpkg/status', '/lib/apk/db/installed'],
  columns: [
    { name: 'manager', type: 'choice', from: '/var/lib/dpkg/status; rpm; /lib/apk/db/installed' },
    { name: 'items.name', type: 'text', from: 'dpkg: Package; rpm: NAME; apk: P' },
    { name: 'items.version', type: 'text', from: 'dpkg: Version; rpm: EPOCH:VERSION-RELEASE; apk: V' },
    { name: 'items.architecture', type: 'text', from: 'dpkg: Architecture; rpm: ARCH; apk: A' },
  ],
  fact: 'packages',
  mayBeAbsent: true,
  read: (lines) => ({ packages: parsePackages(lines) }),
  script,
};
