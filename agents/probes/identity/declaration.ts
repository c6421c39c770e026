import type { SectionDeclaration } from '../section-declaration.ts';
import { parseIdentity } from './parse.ts';
import script from './collect.sh?raw';

export const identitySection: SectionDeclaration = {
  name: 'identity',
  costRank: 1,
  seconds: 3,
  bytes: 8192,
  programs: [{ words: 'uname -n' }, { words: 'date +%s %z' }, { words: 'hostname -f' }],
  reads: ['/etc/machine-id', '/proc/sys/kernel/random/boot_id', '/sys/class/dmi/id/product_uuid'],
  columns: [
    { name: 'hostname', type: 'text', from: 'uname -n' },
    { name: 'fqdn', type: 'text', from: 'hostname -f' },
    { name: 'machineId', type: 'text', from: '/etc/machine-id' },
    { name: 'productUuid', type: 'text', from: '/sys/class/dmi/id/product_uuid', needsRoot: { lost: 'productUuid', isLost: (facts) => facts.identity !== undefined && facts.identity.productUuid === undefined && facts.virtualisation?.vendor !== undefined } },
    { name: 'bootId', type: 'text', from: '/proc/sys/kernel/random/boot_id' },
    { name: 'clockSkewSeconds', type: 'integer', unit: 'seconds', from: 'date +%s' },
    { name: 'timezoneOffset', type: 'text', from: 'date +%z' },
  ],
  fact: 'identity',
  mayBeAbsent: false,
  read: (lines, { collectedAt }) => ({ identity: parseIdentity(lines, collectedAt) }),
  script,
};
