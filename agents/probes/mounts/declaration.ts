import { maskSecrets } from '../mask-secrets.ts';
import type { SectionDeclaration } from '../section-declaration.ts';
import { parseMounts } from './parse.ts';
import script from './collect.sh?raw';

export const mountsSection: SectionDeclaration = {
  name: 'mounts',
  costRank: 5,
  seconds: 9,
  bytes: 131_072,
  programs: [{ words: 'df -iP {mounts}' }, { words: 'df -kP {mounts}' }, { words: 'awk {text} {files}' }, { words: 'awk {text}' }, { words: 'sleep {number}' }],
  // `/etc/auto`: the automounter's maps are all files and folders whose names begin so.
  reads: ['/proc/self/mountinfo', '/proc/mounts', '/etc/fstab', '/etc/exports', '/etc/exports.d', '/etc/samba/smb.conf', '/etc/auto', '/etc/autofs', '/etc/systemd/system'],
  columns: [
    { name: 'remote.fsType', type: 'text', from: '/proc/self/mountinfo; /etc/fstab; *.mount: Type' },
    { name: 'remote.servers', type: 'text', from: '/proc/self/mountinfo; /etc/fstab; /etc/auto.*; *.mount: What' },
    { name: 'remote.share', type: 'text', from: '/proc/self/mountinfo; /etc/fstab; /etc/auto.*; *.mount: What' },
    { name: 'remote.mountPoint', type: 'text', from: '/proc/self/mountinfo; /etc/fstab; *.mount: Where' },
    { name: 'remote.mounted', type: 'boolean', from: '/proc/self/mountinfo' },
    { name: 'remote.configuredIn', type: 'choice', from: '/etc/fstab; /etc/auto.*; /etc/systemd/system/*.mount' },
    { name: 'remote.answering', type: 'boolean', from: 'df -kP, two seconds' },
    { name: 'remote.sizeBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'remote.usedBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'remote.availableBytes', type: 'integer', unit: 'bytes', from: 'df -kP' },
    { name: 'exports', type: 'text', from: '/etc/exports; /etc/exports.d/*.exports; /etc/samba/smb.conf: path' },
    { name: 'inodes.total', type: 'integer', from: 'df -iP' },
    { name: 'inodes.used', type: 'integer', from: 'df -iP' },
  ],
  fact: 'mounts',
  mayBeAbsent: true,
  read: (lines) => ({ mounts: parseMounts(lines) }),
  maskLine: (line) => (line.includes('@') || line.includes('=') ? maskSecrets(line) : line),
  script,
};
