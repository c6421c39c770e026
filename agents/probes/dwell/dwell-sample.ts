import type { Metric } from '../../../shared/model/utilisation.ts';

/** The counters of one sample as the host gave them; what did not change since the last sample keeps its former value. */
export interface DwellCounters {
  /** Seconds since the host booted. */
  readonly seconds: number;
  /** user nice system idle iowait irq softirq steal, in clock ticks; undefined when the line was not readable. */
  readonly ticks: readonly number[] | undefined;
  readonly cpus: number;
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number } | undefined;
  /** reads, sectors read, writes, sectors written. */
  readonly disks: ReadonlyMap<string, readonly number[]>;
  /** bytes in, bytes out. */
  readonly nics: ReadonlyMap<string, readonly number[]>;
}

/** Means over one interval; a metric whose counters cannot be trusted is left out. */
export interface DwellSample {
  /** When it arrived here, milliseconds since 1970: a host's own clock may be wrong. */
  readonly atMs: number;
  readonly intervalSeconds: number;
  readonly values: Readonly<Partial<Record<Metric, number>>>;
}

const SECTOR_BYTES = 512;
/** Of less than this, ticks of a hundredth make no share. */
export const SHORTEST_SECONDS = 0.25;
const LONGEST_SECONDS = 3600;
/** Idle and waiting time may step back a little on kernels that stop their ticks; more is a processor that was taken away. */
const IDLE_SLACK_TICKS = 300;
const MAX_TICKS_PER_SECOND = 1024;
const MAX_CPUS = 8192;
/** No machine of this century moves more: a host that says so is wrong. */
const MAX_BYTES_PER_SECOND = 1e12;
const MAX_OPERATIONS_PER_SECOND = 1e8;

function cpuRatio(before: DwellCounters, after: DwellCounters, seconds: number): number | undefined {
  const [early, late] = [before.ticks, after.ticks];
  if (!early || !late || before.cpus !== after.cpus || after.cpus < 1 || after.cpus > MAX_CPUS) return undefined;
  const deltas = late.map((value, index) => value - (early[index] ?? 0));
  const idle = (deltas[3] ?? 0) + (deltas[4] ?? 0);
  const busy = deltas.filter((_, index) => index !== 3 && index !== 4);
  if (busy.some((delta) => delta < 0) || idle < -IDLE_SLACK_TICKS) return undefined;
  const worked = busy.reduce((sum, delta) => sum + delta, 0);
  const total = worked + Math.max(0, idle);
  if (total <= 0 || total > seconds * after.cpus * MAX_TICKS_PER_SECOND * 2) return undefined;
  return worked / total;
}

/** Mean of the two ends of the interval. */
function memRatio(before: DwellCounters, after: DwellCounters): number | undefined {
  const used = [before.memory, after.memory].map((memory) => (memory ? (memory.totalBytes - memory.availableBytes) / memory.totalBytes : undefined));
  const [early, late] = used;
  if (early === undefined || late === undefined || before.memory?.totalBytes !== after.memory?.totalBytes) return undefined;
  return Math.min(1, Math.max(0, (early + late) / 2));
}

/** Per column the growth summed over the devices seen in both; undefined when there is none or a counter went back. */
function growth(before: DwellCounters['disks'], after: DwellCounters['disks'], columns: number): number[] | undefined {
  const sums = Array.from({ length: columns }, () => 0);
  let devices = 0;
  for (const [name, late] of after) {
    const early = before.get(name);
    if (!early) continue;
    devices += 1;
    for (let column = 0; column < columns; column += 1) {
      const delta = (late[column] ?? 0) - (early[column] ?? 0);
      if (delta < 0) return undefined;
      sums[column] = (sums[column] ?? 0) + delta;
    }
  }
  return devices === 0 ? undefined : sums;
}

const within = (value: number | undefined, limit: number): number | undefined => (value !== undefined && value <= limit ? value : undefined);

/**
 * What happened between two samples, or undefined when no time passed, too much did, or the host started anew in between.
 * Counters that went back, a changed number of processors and impossible rates leave their metric out.
 */
export function sampleBetween(before: DwellCounters, after: DwellCounters, atMs: number): DwellSample | undefined {
  const seconds = after.seconds - before.seconds;
  if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) return undefined;
  const disk = growth(before.disks, after.disks, 4);
  const net = growth(before.nics, after.nics, 2);
  const rate = (sum: number | undefined, unit: number, limit: number): number | undefined => within(sum === undefined ? undefined : (sum * unit) / seconds, limit);
  const candidates: readonly (readonly [Metric, number | undefined])[] = [
    ['cpuRatio', cpuRatio(before, after, seconds)],
    ['memRatio', memRatio(before, after)],
    ['diskReadBytesPerSecond', rate(disk?.[1], SECTOR_BYTES, MAX_BYTES_PER_SECOND)],
    ['diskWriteBytesPerSecond', rate(disk?.[3], SECTOR_BYTES, MAX_BYTES_PER_SECOND)],
    ['diskOpsPerSecond', rate(disk && (disk[0] ?? 0) + (disk[2] ?? 0), 1, MAX_OPERATIONS_PER_SECOND)],
    ['netInBytesPerSecond', rate(net?.[0], 1, MAX_BYTES_PER_SECOND)],
    ['netOutBytesPerSecond', rate(net?.[1], 1, MAX_BYTES_PER_SECOND)],
  ];
  return { atMs, intervalSeconds: seconds, values: Object.fromEntries(candidates.filter(([, value]) => value !== undefined)) };
}
