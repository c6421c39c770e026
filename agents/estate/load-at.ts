import type { LoadShape } from './city.ts';

/** What a machine does in one interval; rates per second. */
export interface LoadSample {
  readonly cpuRatio: number;
  readonly memRatio: number;
  readonly diskReadBytesPerSecond: number;
  readonly diskWriteBytesPerSecond: number;
  readonly diskOpsPerSecond: number;
  readonly netInBytesPerSecond: number;
  readonly netOutBytesPerSecond: number;
}

/** The city lives at UTC+8. */
const CITY_OFFSET_SECONDS = 8 * 3600;
const DAY_SECONDS = 86_400;

/** Activity 0..1 by local hour: offices with a lunch dip, public services into the evening, nightly jobs. */
const WEEKDAY: Readonly<Record<LoadShape['pattern'], readonly number[]>> = {
  office: [0.04, 0.03, 0.1, 0.06, 0.03, 0.03, 0.05, 0.12, 0.45, 0.9, 1, 0.92, 0.4, 0.35, 0.8, 0.95, 0.88, 0.6, 0.25, 0.15, 0.1, 0.08, 0.12, 0.06],
  public: [0.18, 0.12, 0.1, 0.08, 0.08, 0.1, 0.18, 0.35, 0.65, 0.92, 1, 0.9, 0.62, 0.6, 0.82, 0.88, 0.8, 0.68, 0.58, 0.62, 0.66, 0.55, 0.4, 0.26],
  batch: [0.7, 0.9, 1, 1, 0.85, 0.5, 0.2, 0.08, 0.05, 0.05, 0.05, 0.05, 0.08, 0.05, 0.05, 0.05, 0.05, 0.05, 0.06, 0.08, 0.15, 0.3, 0.5, 0.6],
  flat: Array.from({ length: 24 }, () => 0.85),
  idle: Array.from({ length: 24 }, (_, hour) => (hour === 3 ? 1 : 0.2)),
};
const WEEKEND_FACTOR: Readonly<Record<LoadShape['pattern'], number>> = { office: 0.22, public: 0.6, batch: 1, flat: 1, idle: 1 };

/** The load at an instant: a pure function of shape and time, so that history and the present agree. */
export function loadAt(shape: LoadShape, epochSeconds: number): LoadSample {
  const local = epochSeconds + CITY_OFFSET_SECONDS;
  const day = Math.floor(local / DAY_SECONDS);
  const activity = activityAt(shape, day, (local % DAY_SECONDS) / 3600);
  const slot = Math.floor(epochSeconds / 60);
  const jitter = 0.75 + 0.5 * noise(shape.noiseSeed, slot) + (noise(shape.noiseSeed ^ 0x5bd1e995, slot) > 0.985 ? 0.6 : 0);
  const level = Math.min(1.6, activity * jitter);
  const ops = shape.diskOpsPeak * (0.02 + level);
  const bytes = ops * shape.bytesPerDiskOp;
  const net = shape.netPeakBytesPerSecond * (0.01 + level);
  return {
    cpuRatio: Math.min(0.995, shape.cpuBaseRatio + (shape.cpuPeakRatio - shape.cpuBaseRatio) * level),
    memRatio: Math.min(0.97, shape.memBaseRatio + shape.memSwingRatio * (0.6 * activity + 0.4 * noise(shape.noiseSeed ^ 0x27d4eb2f, slot))),
    diskReadBytesPerSecond: bytes * shape.readShare,
    diskWriteBytesPerSecond: bytes * (1 - shape.readShare),
    diskOpsPerSecond: ops,
    netInBytesPerSecond: net * 0.4,
    netOutBytesPerSecond: net * 0.6,
  };
}

function activityAt(shape: LoadShape, day: number, hour: number): number {
  const table = WEEKDAY[shape.pattern];
  const from = table[Math.floor(hour)] ?? 0;
  const to = table[(Math.floor(hour) + 1) % 24] ?? 0;
  const weekend = (day + 3) % 7 >= 5 ? WEEKEND_FACTOR[shape.pattern] : 1;
  const monthEnd = shape.monthEndFactor > 1 && isMonthEnd(day) ? shape.monthEndFactor : 1;
  return (from + (to - from) * (hour % 1)) * weekend * monthEnd;
}

/** The last three days of a month, when books are closed. */
function isMonthEnd(day: number): boolean {
  return new Date((day + 3) * DAY_SECONDS * 1000).getUTCDate() <= 3;
}

/** Uniform in [0, 1) from two 32-bit numbers (murmur finaliser). */
function noise(seed: number, slot: number): number {
  let mixed = Math.imul(seed ^ Math.imul(slot, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}
