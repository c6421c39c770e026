import type { SectionDeclaration } from '../section-declaration.ts';
import { parseScheduled } from './parse.ts';
import script from './collect.sh?raw';

export const scheduledSection: SectionDeclaration = {
  name: 'scheduled',
  costRank: 4,
  seconds: 5,
  bytes: 65_536,
  programs: [{ words: 'awk {text} {files}' }, { words: 'awk {text}' }, { words: 'systemctl list-timers --all --no-legend --no-pager --full' }],
  reads: ['/etc/crontab', '/etc/anacrontab', '/etc/cron.d', '/etc/cron.hourly', '/etc/cron.daily', '/etc/cron.weekly', '/etc/cron.monthly', '/var/spool/cron', '/var/spool/at', '/run/systemd/system'],
  columns: [
    { name: 'jobs.kind', type: 'choice', from: '/etc/cron*; systemctl list-timers' },
    { name: 'jobs.source', type: 'text', from: '/etc/crontab; /etc/cron.d; /etc/cron.daily; systemctl list-timers' },
    { name: 'jobs.user', type: 'text', from: '/etc/crontab; /etc/cron.d; /var/spool/cron' },
    { name: 'jobs.schedule', type: 'text', from: '/etc/crontab; /etc/cron.d; /etc/anacrontab' },
    { name: 'jobs.runs', type: 'text', from: '/etc/crontab; /etc/cron.d; systemctl list-timers' },
    { name: 'atJobs', type: 'integer', from: '/var/spool/cron/atjobs; /var/spool/at', needsRoot: { lost: 'jobsOfUsers', isLost: ({ schedule }) => schedule !== undefined && schedule.atJobs === undefined } },
  ],
  fact: 'schedule',
  mayBeAbsent: true,
  read: (lines) => ({ schedule: parseScheduled(lines) }),
  script,
};
