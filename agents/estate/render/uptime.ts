import { type HostView, uptimeOf } from '../host-view.ts';

/** agents/probes/uptime. */
export function renderUptime({ server, nowSeconds }: HostView): string[] {
  const { uptimeSeconds } = uptimeOf(server, nowSeconds);
  const idle = uptimeSeconds * server.cpu.threads * (1 - server.load.cpuBaseRatio);
  return [`uptime ${uptimeSeconds}.37 ${Math.round(idle)}.11`, `btime ${Math.floor(nowSeconds) + server.clockSkewSeconds - uptimeSeconds}`];
}
