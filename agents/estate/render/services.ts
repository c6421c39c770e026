import type { HostView } from '../host-view.ts';
import { softwareByKey } from '../data/role-software.ts';

const SYSTEMD_RUNNING = ['auditd', 'chronyd', 'crond', 'dbus', 'irqbalance', 'rsyslog', 'sshd', 'systemd-journald', 'systemd-logind', 'systemd-udevd', 'tuned', 'zabbix-agent'];
const SYSTEMD_STOPPED = ['firewalld', 'postfix', 'NetworkManager-wait-online', 'rhel-configure', 'rescue'];
const STATIC = new Set(['dbus', 'systemd-journald', 'systemd-logind', 'systemd-udevd', 'rescue']);
const INIT_SCRIPTS = ['auditd', 'crond', 'ntpd', 'postfix', 'rsyslog', 'sshd', 'sysstat', 'zabbix-agent'];

/** agents/probes/services: systemd units, or chkconfig on EL 6. */
export function renderServices({ server }: HostView): string[] {
  const { unit } = softwareByKey(server.software);
  const own = unit === undefined ? [] : [unit];
  if (!server.os.systemd) return ['manager chkconfig', ...[...INIT_SCRIPTS, ...own].map((name) => `file ${name} enabled`), 'file iptables disabled', 'file netfs disabled'];
  const failed = server.index % 11 === 0 ? ['kdump'] : [];
  return [
    'manager systemd',
    ...[...SYSTEMD_RUNNING, ...own].map((name) => `unit ${name}.service loaded active running`),
    ...SYSTEMD_STOPPED.map((name) => `unit ${name}.service loaded inactive dead`),
    ...failed.map((name) => `unit ${name}.service loaded failed failed`),
    ...[...SYSTEMD_RUNNING, ...failed, ...own].map((name) => `file ${name}.service ${STATIC.has(name) ? 'static' : 'enabled'}`),
    ...SYSTEMD_STOPPED.map((name) => `file ${name}.service ${STATIC.has(name) ? 'static' : 'disabled'}`),
  ];
}
