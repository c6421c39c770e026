import type { HostView } from '../host-view.ts';
import { loadAt } from '../load-at.ts';

/** agents/probes/memory: lines of /proc/meminfo; kernels before 3.14 without MemAvailable. */
export function renderMemory({ server, nowSeconds }: HostView): string[] {
  const total = server.memBytes / 1024;
  const available = Math.round(total * (1 - loadAt(server.load, nowSeconds).memRatio));
  const cached = Math.round(available * 0.7);
  const buffers = Math.round(available * 0.05);
  const swap = server.swapBytes / 1024;
  const rows: [string, number][] = [['MemTotal', total], ['MemFree', available - cached - buffers]];
  if (server.os.memAvailable) rows.push(['MemAvailable', available]);
  rows.push(['Buffers', buffers], ['Cached', cached], ['SReclaimable', 0], ['Shmem', 0], ['SwapTotal', swap], ['SwapFree', Math.round(swap * 0.97)]);
  return [...rows.map(([name, kb]) => `${`${name}:`.padEnd(16)}${String(kb).padStart(8)} kB`), 'HugePages_Total:       0', 'Hugepagesize:       2048 kB'];
}
