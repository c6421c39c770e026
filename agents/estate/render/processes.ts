import type { HostView } from '../host-view.ts';
import { loadAt } from '../load-at.ts';
import { runningProcesses } from '../running-processes.ts';

const SMALLEST_RESIDENT_KB = 1800;

/** agents/probes/processes: `P` and `C` lines. */
export function renderProcesses({ server, nowSeconds }: HostView): string[] {
  const usedKb = (server.memBytes / 1024) * loadAt(server.load, nowSeconds).memRatio;
  return runningProcesses(server).flatMap(({ pid, ppid, user, residentShare, name, command }) => [
    `P ${pid} ${ppid} ${user} ${Math.max(SMALLEST_RESIDENT_KB, Math.round(usedKb * residentShare))} ${name.slice(0, 15)}`,
    `C ${pid} ${command}`,
  ]);
}
