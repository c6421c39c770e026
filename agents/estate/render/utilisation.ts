import { type HostView, uptimeOf } from '../host-view.ts';
import { loadAt } from '../load-at.ts';
import { nicName } from './network.ts';

const TICKS_PER_SECOND = 100;

interface Counters { readonly busyTicks: number; readonly idleTicks: number; readonly reads: number; readonly sectorsRead: number; readonly writes: number; readonly sectorsWritten: number; readonly bytesIn: number; readonly bytesOut: number }

/** agents/probes/utilisation: two readings of counters whose difference is the load at this moment. */
export function renderUtilisation(view: HostView): string[] {
  const { server, nowSeconds, windowSeconds } = view;
  const { uptimeSeconds } = uptimeOf(server, nowSeconds);
  const boot = countersAfter(view, uptimeSeconds, undefined);
  const second = countersAfter(view, windowSeconds, boot);
  return [...reading(view, uptimeSeconds, boot), ...reading(view, uptimeSeconds + windowSeconds, second)];
}

/** Counters that `seconds` at the present load would add; what came before is given. */
function countersAfter({ server, nowSeconds }: HostView, seconds: number, before: Counters | undefined): Counters {
  const load = loadAt(server.load, nowSeconds);
  const ticks = seconds * TICKS_PER_SECOND * server.cpu.threads;
  const readOps = load.diskOpsPerSecond * server.load.readShare;
  return {
    busyTicks: (before?.busyTicks ?? 0) + Math.round(ticks * load.cpuRatio),
    idleTicks: (before?.idleTicks ?? 0) + Math.round(ticks * (1 - load.cpuRatio)),
    reads: (before?.reads ?? 0) + Math.round(readOps * seconds),
    writes: (before?.writes ?? 0) + Math.round((load.diskOpsPerSecond - readOps) * seconds),
    sectorsRead: (before?.sectorsRead ?? 0) + Math.round((load.diskReadBytesPerSecond * seconds) / 512),
    sectorsWritten: (before?.sectorsWritten ?? 0) + Math.round((load.diskWriteBytesPerSecond * seconds) / 512),
    bytesIn: (before?.bytesIn ?? 0) + Math.round(load.netInBytesPerSecond * seconds),
    bytesOut: (before?.bytesOut ?? 0) + Math.round(load.netOutBytesPerSecond * seconds),
  };
}

function reading({ server, nowSeconds }: HostView, atSeconds: number, counters: Counters): string[] {
  const load = loadAt(server.load, nowSeconds);
  const total = server.memBytes / 1024;
  const system = Math.floor(counters.busyTicks * 0.25);
  const waiting = Math.floor(counters.idleTicks * 0.01);
  const run = (load.cpuRatio * server.cpu.threads).toFixed(2);
  const busyDisk = server.disks.length > 1 ? 1 : 0;
  return [
    `t ${atSeconds.toFixed(2)}`,
    `cpu ${counters.busyTicks - system} 0 ${system} ${counters.idleTicks - waiting} ${waiting} 0 0 0`,
    `mem ${total} ${Math.round(total * (1 - load.memRatio))}`,
    `load ${run} ${run} ${run} 1/${200 + server.cpu.threads} 20411`,
    ...server.disks.map(({ name }, index) => (index === busyDisk ? `disk ${name} ${counters.reads} ${counters.sectorsRead} ${counters.writes} ${counters.sectorsWritten}` : `disk ${name} 1200 48000 900 36000`)),
    `net ${nicName(server)} ${counters.bytesIn} ${counters.bytesOut}`,
  ];
}
