import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { Environment, LoadShape, Role } from './city.ts';

interface RoleLoad {
  readonly pattern: LoadShape['pattern'];
  /** Typical share of all threads busy at the daily peak; most government servers are far too large. */
  readonly cpuPeakRatio: number;
  readonly memBaseRatio: number;
  readonly diskOps: number;
  readonly netBytes: number;
}

const ROLE_LOAD: Readonly<Record<Role, RoleLoad>> = {
  web: { pattern: 'public', cpuPeakRatio: 0.16, memBaseRatio: 0.28, diskOps: 40, netBytes: 3e6 },
  app: { pattern: 'office', cpuPeakRatio: 0.22, memBaseRatio: 0.5, diskOps: 80, netBytes: 2e6 },
  db: { pattern: 'office', cpuPeakRatio: 0.3, memBaseRatio: 0.66, diskOps: 900, netBytes: 5e6 },
  cache: { pattern: 'public', cpuPeakRatio: 0.1, memBaseRatio: 0.55, diskOps: 20, netBytes: 4e6 },
  queue: { pattern: 'public', cpuPeakRatio: 0.14, memBaseRatio: 0.45, diskOps: 150, netBytes: 3e6 },
  search: { pattern: 'public', cpuPeakRatio: 0.28, memBaseRatio: 0.7, diskOps: 300, netBytes: 3e6 },
  file: { pattern: 'office', cpuPeakRatio: 0.1, memBaseRatio: 0.3, diskOps: 400, netBytes: 2e7 },
  video: { pattern: 'flat', cpuPeakRatio: 0.5, memBaseRatio: 0.5, diskOps: 1500, netBytes: 6e7 },
  directory: { pattern: 'office', cpuPeakRatio: 0.12, memBaseRatio: 0.35, diskOps: 50, netBytes: 1e6 },
  exchange: { pattern: 'public', cpuPeakRatio: 0.45, memBaseRatio: 0.6, diskOps: 700, netBytes: 2e7 },
  map: { pattern: 'office', cpuPeakRatio: 0.35, memBaseRatio: 0.55, diskOps: 300, netBytes: 8e6 },
  dns: { pattern: 'flat', cpuPeakRatio: 0.05, memBaseRatio: 0.2, diskOps: 10, netBytes: 2e5 },
  backup: { pattern: 'batch', cpuPeakRatio: 0.4, memBaseRatio: 0.4, diskOps: 1200, netBytes: 9e7 },
  idle: { pattern: 'idle', cpuPeakRatio: 0.015, memBaseRatio: 0.12, diskOps: 3, netBytes: 2e4 },
};

/** With its jitter this stays within a gigabit line in each direction. */
const MOST_NET_BYTES = 1.1e8;

/** Large machines were bought for a growth that never came: beyond this many threads the busy share falls with size. */
const WELL_USED_THREADS = 8;

/** A load shape for one machine of a role: log-normal spread between machines, some hot ones, quiet test systems. */
export function shapeLoad(random: SeededRandom, role: Role, environment: Environment | undefined, threads: number): LoadShape {
  const typical = ROLE_LOAD[role];
  const quiet = environment === undefined || environment === 'production' ? 1 : 0.35;
  const hot = random.next() < 0.06 ? 2.4 : 1;
  const peak = clamp(typical.cpuPeakRatio * quiet * hot * Math.min(1, Math.sqrt(WELL_USED_THREADS / threads)) * Math.exp(random.normal(0, 0.55)), 0.008, 0.93);
  const memory = clamp(typical.memBaseRatio * Math.exp(random.normal(0, 0.3)), 0.05, 0.9);
  return {
    pattern: typical.pattern,
    cpuPeakRatio: peak,
    cpuBaseRatio: peak * (typical.pattern === 'flat' ? 0.75 : 0.05 + random.next() * 0.2),
    memBaseRatio: memory,
    memSwingRatio: Math.min(0.95 - memory, memory * 0.25 * random.next()),
    diskOpsPeak: typical.diskOps * quiet * Math.exp(random.normal(0, 0.6)),
    bytesPerDiskOp: random.pick([8192, 16384, 32768, 65536]),
    readShare: role === 'video' || role === 'backup' ? 0.1 : 0.35 + random.next() * 0.4,
    netPeakBytesPerSecond: Math.min(MOST_NET_BYTES, typical.netBytes * quiet * Math.exp(random.normal(0, 0.7))),
    monthEndFactor: random.next() < 0.3 ? 1.3 + random.next() * 0.7 : 1,
    noiseSeed: random.integer(1, 0x7fffffff),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
