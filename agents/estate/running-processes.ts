import { baseProcesses } from './data/base-processes.ts';
import { type SoftwareProcess, softwareByKey } from './data/role-software.ts';
import type { CityServer } from './city.ts';

export interface RunningProcess extends SoftwareProcess {
  readonly pid: number;
  readonly ppid: number;
}

const FIRST_DAEMON_PID = 640;
const FIRST_SOFTWARE_PID = 1800;

/** All processes of a machine with their pids; the workers of a tier are children of its first process. */
export function runningProcesses(server: CityServer): RunningProcess[] {
  const base = baseProcesses(server.os).map((process, index) => ({ ...process, pid: index === 0 ? 1 : FIRST_DAEMON_PID + index * 13, ppid: index === 0 ? 0 : 1 }));
  const software = softwareByKey(server.software).processes.map((process, index, all) => ({
    ...process, pid: FIRST_SOFTWARE_PID + index * 7 + (server.index % 500), ppid: index > 0 && all[0]?.name === process.name ? FIRST_SOFTWARE_PID + (server.index % 500) : 1,
  }));
  return [...base, ...software];
}
