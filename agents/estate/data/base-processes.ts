import type { OsRelease } from '../city.ts';
import type { SoftwareProcess } from './role-software.ts';

function daemon(name: string, command: string, user = 'root'): SoftwareProcess {
  return { name, user, command, residentShare: 0 };
}

const WITH_SYSTEMD: readonly SoftwareProcess[] = [
  daemon('systemd', '/usr/lib/systemd/systemd --switched-root --system --deserialize 22'),
  daemon('systemd-journal', '/usr/lib/systemd/systemd-journald'),
  daemon('systemd-udevd', '/usr/lib/systemd/systemd-udevd'),
  daemon('auditd', '/sbin/auditd'),
  daemon('dbus-daemon', '/usr/bin/dbus-daemon --system --address=systemd: --nofork --nopidfile', 'dbus'),
  daemon('systemd-logind', '/usr/lib/systemd/systemd-logind'),
  daemon('chronyd', '/usr/sbin/chronyd', 'chrony'),
  daemon('tuned', '/usr/bin/python -Es /usr/sbin/tuned -l -P'),
];
const WITH_INIT: readonly SoftwareProcess[] = [daemon('init', '/sbin/init'), daemon('udevd', '/sbin/udevd -d'), daemon('auditd', 'auditd'), daemon('ntpd', 'ntpd -u ntp:ntp -p /var/run/ntpd.pid -g', 'ntp'), daemon('master', '/usr/libexec/postfix/master')];
const EVERYWHERE: readonly SoftwareProcess[] = [
  daemon('rsyslogd', '/usr/sbin/rsyslogd -n'), daemon('crond', '/usr/sbin/crond -n'), daemon('sshd', '/usr/sbin/sshd -D'), daemon('irqbalance', '/usr/sbin/irqbalance --foreground'),
  daemon('zabbix_agentd', '/usr/sbin/zabbix_agentd -c /etc/zabbix/zabbix_agentd.conf', 'zabbix'),
];

/** What runs on every machine of a release, process 1 first. */
export function baseProcesses(os: OsRelease): readonly SoftwareProcess[] {
  return [...(os.systemd ? WITH_SYSTEMD : WITH_INIT), ...EVERYWHERE];
}

/** TCP ports of the processes above. */
export const BASE_PORTS: readonly (readonly [port: number, process: string])[] = [[22, 'sshd'], [10050, 'zabbix_agentd']];
