import { softwareByKey } from '../data/role-software.ts';
import type { HostView } from '../host-view.ts';
import { runningProcesses } from '../running-processes.ts';

/** Processes whose unit has another name. */
const UNITS = new Map([['systemd-journal', 'systemd-journald'], ['dbus-daemon', 'dbus'], ['rsyslogd', 'rsyslog'], ['zabbix_agentd', 'zabbix-agent']]);

/** agents/probes/containers: which processes belong to which unit. The old releases without systemd have no such groups. */
export function renderContainers({ server }: HostView): string[] {
  if (!server.os.systemd) return [];
  const { unit, processes } = softwareByKey(server.software);
  const own = new Set(processes.map(({ name }) => name));
  const units = new Map<string, number[]>();
  for (const { pid, name } of runningProcesses(server)) {
    const group = own.has(name) ? unit : UNITS.get(name) ?? name;
    if (pid !== 1 && group !== undefined) units.set(group, [...(units.get(group) ?? []), pid]);
  }
  return [...units].map(([name, pids]) => `unit ${name}.service ${pids.join(' ')}`);
}
