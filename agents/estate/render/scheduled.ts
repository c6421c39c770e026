import { DATA_FOLDERS } from '../data/data-folders.ts';
import type { HostView } from '../host-view.ts';

/** agents/probes/scheduled: what the distribution brings, and the nightly dump of a database for root. */
export function renderScheduled({ server, privilege }: HostView): string[] {
  const nightly = server.index % 6;
  const dump = DATA_FOLDERS.has(server.software) ? [`cron /var/spool/cron/root root ${7 * nightly}_${nightly}_*_*_* /usr/local/bin/backup.sh /data/backup`] : [];
  return [
    ...(server.os.packageFormat === 'rpm' ? ['cron /etc/cron.d/0hourly root 01_*_*_*_* /etc/cron.hourly'] : ['cron /etc/crontab root 17_*_*_*_* /etc/cron.hourly', 'cron /etc/crontab root 25_6_*_*_* /usr/sbin/anacron /etc/cron.daily']),
    ...(server.history === undefined ? [] : ['cron /etc/cron.d/sysstat root */10_*_*_*_* /usr/lib64/sa/sa1']),
    ...(privilege === 'user' ? [] : dump),
    'every daily logrotate', 'every daily man-db',
    ...(server.os.systemd ? ['timer systemd-tmpfiles-clean.timer systemd-tmpfiles-clean.service'] : []),
    ...(privilege === 'user' ? [] : ['at 0']),
  ];
}
