import { type HostView, uptimeOf } from '../host-view.ts';
import { loadAt } from '../load-at.ts';
import { nicName } from './network.ts';

const TICKS_PER_SECOND = 100;
/** Averaged over nights and weekends since the boot, a machine did this share of what it does now. */
const SHARE_SINCE_BOOT = 0.25;

interface Counters { readonly busyTicks: number; readonly idleTicks: number; readonly reads: number; readonly sectorsRead: number; readonly writes: number; readonly sectorsWritten: number; readonly bytesIn: number; readonly bytesOut: number }

/** agents/probes/utilisation: two readings of counters whose difference is the load at this moment. */
export function renderUtilisation(view: HostView): string[] {
  const { server, nowSeconds, windowSeconds } = view;
  const { uptimeSeconds } = uptimeOf(server, nowSeconds);
  const boot = countersAfter(view, uptimeSeconds, SHARE_SINCE_BOOT, undefined);
  const second = countersAfter(view, windowSeconds, 1, boot);
  return [...reading(view, uptimeSeconds, boot), ...reading(view, uptimeSeconds + windowSeconds, second)];
}

/** Counters that `seconds` at a share of the present load would add to those before. */
function countersAfter({ server, nowSeconds }: HostView, seconds: number, share: number, before: Counters | undefined): Counters {
  const load = loadAt(server.load, nowSeconds);
  const ticks = seconds * TICKS_PER_SECOND * server.cpu.threads;
  const worked = seconds * share;
  const readOps = load.diskOpsPerSecond * server.load.readShare;
  return {
    busyTicks: (before?.busyTicks ?? 0) + Math.round(ticks * load.cpuRatio * share),
    idleTicks: (before?.idleTicks ?? 0) + Math.round(ticks * (1 - load.cpuRatio * share)),
    reads: (before?.reads ?? 0) + Math.round(readOps * worked),
    writes: (before?.writes ?? 0) + Math.round((load.diskOpsPerSecond - readOps) * worked),
    sectorsRead: (before?.sectorsRead ?? 0) + Math.round((load.diskReadBytesPerSecond * worked) / 512),
    sectorsWritten: (before?.sectorsWritten ?? 0) + Math.round((load.diskWriteBytesPerSecond * worked) / 512),
    bytesIn: (before?.bytesIn ?? 0) + Math.round(load.netInBytesPerSecond * worked),
    bytesOut: (before?.bytesOut ?? 0) + Math.round(load.netOutBytesPerSecond * worked),
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
