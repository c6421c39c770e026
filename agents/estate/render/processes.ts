import type { HostView } from '../host-view.ts';
import { loadAt } from '../load-at.ts';
import { runningProcesses } from '../running-processes.ts';

/** A small daemon: what its code takes and a little for what it was told to do. */
const DAEMON_KB = 1800;
const KB_PER_ARGUMENT_BYTE = 64;

/** agents/probes/processes: `P` and `C` lines. */
export function renderProcesses({ server, nowSeconds }: HostView): string[] {
  const usedKb = (server.memBytes / 1024) * loadAt(server.load, nowSeconds).memRatio;
  return runningProcesses(server).flatMap(({ pid, ppid, user, residentShare, name, command }) => [
    `P ${pid} ${ppid} ${user} ${Math.max(DAEMON_KB + command.length * KB_PER_ARGUMENT_BYTE, Math.round(usedKb * residentShare))} ${name.slice(0, 15)}`,
    `C ${pid} ${command}`,
  ]);
}
