import type { SectionDeclaration } from '../section-declaration.ts';
import { parseNetwork } from './parse.ts';
import script from './collect.sh?raw';

export const networkSection: SectionDeclaration = {
  name: 'network',
  costRank: 2,
  seconds: 4,
  bytes: 131_072,
  programs: [{ words: 'ip -o addr show' }, { words: 'ifconfig -a' }, { words: 'awk {text}' }],
  reads: ['/sys/class/net', '/sys/devices', '/etc/iproute2', '/run/netns'],
  columns: [
    { name: 'name', type: 'text', from: '/sys/class/net' },
    { name: 'mac', type: 'text', from: '/sys/class/net/*/address' },
    { name: 'state', type: 'text', from: '/sys/class/net/*/operstate' },
    { name: 'speedMbps', type: 'integer', unit: 'Mbit/s', from: '/sys/class/net/*/speed' },
    { name: 'mtu', type: 'integer', unit: 'bytes', from: '/sys/class/net/*/mtu' },
    { name: 'addresses', type: 'text', from: 'ip -o addr show; ifconfig -a' },
  ],
  fact: 'nics',
  mayBeAbsent: false,
  read: (lines) => ({ nics: parseNetwork(lines) }),
  script,
};
