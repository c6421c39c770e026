import type { SectionDeclaration } from '../section-declaration.ts';
import { parseSessions } from './parse.ts';
import script from './collect.sh?raw';

export const sessionsSection: SectionDeclaration = {
  name: 'sessions',
  costRank: 4,
  seconds: 5,
  bytes: 4096,
  programs: [{ words: 'awk {text} {files}' }, { words: 'awk {text}' }, { words: 'awk -F : {text} {files}' }, { words: 'who' }, { words: 'systemctl list-units --failed --no-legend --no-pager' }],
  reads: ['/run/systemd/sessions', '/run/systemd/system', '/run/utmp', '/var/run/utmp', '/etc/passwd', '/run/reboot-required'],
  columns: [
    { name: 'remote', type: 'integer', from: '/run/systemd/sessions/*: REMOTE; who' },
    { name: 'local', type: 'integer', from: '/run/systemd/sessions/*: TYPE; who' },
    { name: 'graphical', type: 'integer', from: '/run/systemd/sessions/*: TYPE; who' },
    { name: 'other', type: 'integer', from: '/run/systemd/sessions/*: TYPE' },
    { name: 'users', type: 'integer', from: '/run/systemd/sessions/*: UID; who' },
    { name: 'loginAccounts', type: 'integer', from: '/etc/passwd' },
    { name: 'failedUnits', type: 'integer', from: 'systemctl list-units --failed' },
    { name: 'restartRequired', type: 'boolean', from: '/run/reboot-required' },
  ],
  fact: 'sessions',
  mayBeAbsent: true,
  read: (lines) => ({ sessions: parseSessions(lines) }),
  script,
};
