import type { SectionDeclaration } from '../section-declaration.ts';
import { parseOs } from './parse.ts';
import script from './collect.sh?raw';

export const osSection: SectionDeclaration = {
  name: 'os',
  costRank: 1,
  seconds: 3,
  bytes: 16_384,
  programs: [{ words: 'uname -s' }, { words: 'uname -r' }, { words: 'uname -m' }, { words: 'grep -H {text} {files}' }],
  reads: [
    '/sys/firmware/efi', '/etc/os-release', '/usr/lib/os-release', '/etc/redhat-release', '/etc/centos-release', '/etc/openEuler-release', '/etc/kylin-release', '/etc/neokylin-release', '/etc/.kyinfo',
    '/etc/uos-release', '/etc/os-version', '/etc/anolis-release', '/etc/SuSE-release', '/etc/debian_version', '/etc/alpine-release',
  ],
  columns: [
    { name: 'family', type: 'choice', from: 'uname -s' },
    { name: 'id', type: 'text', from: 'os-release: ID' },
    { name: 'name', type: 'text', from: 'os-release: PRETTY_NAME' },
    { name: 'version', type: 'text', from: 'os-release: VERSION_ID; /etc/centos-release; /etc/debian_version' },
    { name: 'kernel', type: 'text', from: 'uname -r' },
    { name: 'architecture', type: 'text', from: 'uname -m' },
    { name: 'bootMode', type: 'choice', from: '/sys/firmware/efi' },
  ],
  fact: 'os',
  mayBeAbsent: false,
  read: (lines) => ({ os: parseOs(lines) }),
  script,
};
