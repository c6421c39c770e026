import { nonEmpty, type SectionDeclaration } from '../section-declaration.ts';
import { parseServices } from './parse.ts';
import script from './collect.sh?raw';

export const servicesSection: SectionDeclaration = {
  name: 'services',
  costRank: 4,
  seconds: 10,
  bytes: 131_072,
  programs: [{ words: 'systemctl list-units --type=service --all --no-legend --no-pager --full' }, { words: 'systemctl list-unit-files --type=service --no-legend --no-pager --full' }, { words: 'chkconfig --list' }, { words: 'awk {text}' }, { words: 'sort -u' }],
  reads: ['/run/systemd/system', '/etc/runlevels', '/etc/rc3.d', '/etc/rc5.d'],
  columns: [
    { name: 'name', type: 'text', from: 'systemctl list-units; systemctl list-unit-files; chkconfig --list' },
    { name: 'state', type: 'choice', from: 'systemctl list-units' },
    { name: 'startMode', type: 'choice', from: 'systemctl list-unit-files; chkconfig --list; /etc/rc3.d' },
  ],
  fact: 'services',
  mayBeAbsent: true,
  read: (lines) => ({ services: nonEmpty(parseServices(lines)) }),
  script,
};
