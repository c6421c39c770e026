import { BASE_PORTS } from '../data/base-processes.ts';
import { softwareByKey } from '../data/role-software.ts';
import type { HostView } from '../host-view.ts';
import { runningProcesses } from '../running-processes.ts';

/** Ports the kernel itself serves: no process owns them, whoever asks. */
const KERNEL_PORTS: ReadonlySet<number> = new Set([2049]);

/** agents/probes/sockets: listeners and folded connections; owners only for who may see them. */
export function renderSockets({ server, flows, privilege }: HostView): string[] {
  const software = softwareByKey(server.software);
  const pids = new Map(runningProcesses(server).toReversed().map(({ name, pid }) => [name.slice(0, 15), pid]));
  const owner = (name: string, port: number): string => {
    const pid = pids.get(name.slice(0, 15));
    return privilege === 'user' || pid === undefined || KERNEL_PORTS.has(port) ? '- -' : `${pid} ${name.slice(0, 15)}`;
  };
  const first = software.processes[0]?.name ?? '-';
  const clock = server.os.systemd ? 'chronyd' : 'ntpd';
  return [
    ...BASE_PORTS.map(([port, name]) => `L tcp 0.0.0.0 ${port} ${owner(name, port)}`),
    ...software.ports.map((port) => `L tcp 0.0.0.0 ${port} ${owner(first, port)}`),
    `L udp 127.0.0.1 323 ${owner(clock, 323)}`,
    ...(server.role === 'dns' ? [`L udp ${server.address} 53 ${owner('named', 53)}`, `L udp 0.0.0.0 123 ${owner('ntpd', 123)}`] : []),
    ...flows.map(({ direction, peerAddress, port, connections, processName }) => `F tcp ${direction} ${peerAddress} ${port} ${connections} ${owner(processName, port)}`),
  ];
}
