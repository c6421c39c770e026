import type { UtilisationNow } from '../../../shared/model/utilisation.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { readBytes, readCount, readNumber } from '../read-number.ts';

const SECTOR = 512;
const SHORTEST_WINDOW_SECONDS = 0.5;

interface Reading {
  readonly seconds: number;
  cpu: number[];
  memory: readonly [total: number, available: number] | undefined;
  load1: number | undefined;
  readonly disks: Map<string, readonly number[]>;
  readonly nics: Map<string, readonly number[]>;
}

function counts(fields: readonly string[], length: number): number[] | undefined {
  const values = fields.map(readCount);
  return values.length === length && values.every((value) => value !== undefined) ? values : undefined;
}

function readings(lines: readonly string[]): Reading[] {
  const found: Reading[] = [];
  for (const line of lines) {
    const [word, ...fields] = line.split(' ');
    if (word === 't') {
      const seconds = readNumber(fields[0]);
      if (seconds !== undefined) found.push({ seconds, cpu: [], memory: undefined, load1: undefined, disks: new Map(), nics: new Map() });
    }
    const current = found.at(-1);
    if (!current) continue;
    const name = fields[0] ?? '';
    if (word === 'cpu') current.cpu = counts(fields, 8) ?? [];
    else if (word === 'load') current.load1 = readNumber(fields[0]);
    else if (word === 'mem') {
      const [total, available] = [readBytes(fields[0], KIB), readBytes(fields[1], KIB)];
      if (total !== undefined && available !== undefined && total > 0) current.memory = [total, Math.min(total, available)];
    } else if (word === 'disk') current.disks.set(name, counts(fields.slice(1), 4) ?? []);
    else if (word === 'net') current.nics.set(name, counts(fields.slice(1), 2) ?? []);
  }
  return found;
}

/** Per column the growth summed over the names seen in both readings; undefined when a counter went back (wrap, hot-plug). */
function growth(before: Reading['disks'], after: Reading['disks'], columns: number): number[] | undefined {
  const sums = Array.from({ length: columns }, () => 0);
  for (const [name, late] of after) {
    const early = before.get(name);
    if (!early || early.length !== columns || late.length !== columns) continue;
    for (let column = 0; column < columns; column += 1) {
      const delta = (late[column] ?? 0) - (early[column] ?? 0);
      if (delta < 0) return undefined;
      sums[column] = (sums[column] ?? 0) + delta;
    }
  }
  return sums;
}

function cpuRatio(before: readonly number[], after: readonly number[]): number | undefined {
  const deltas = after.map((value, index) => value - (before[index] ?? 0));
  const total = deltas.reduce((sum, delta) => sum + delta, 0);
  if (before.length !== 8 || deltas.length !== 8 || total <= 0 || deltas.some((delta) => delta < 0)) return undefined;
  const idle = (deltas[3] ?? 0) + (deltas[4] ?? 0);
  return Math.min(1, Math.max(0, (total - idle) / total));
}

/** The delta between the two readings, or undefined when it cannot be trusted. */
export function parseUtilisation(lines: readonly string[]): UtilisationNow | undefined {
  const [before, after] = readings(lines);
  if (!before || !after || !after.memory) return undefined;
  const intervalSeconds = after.seconds - before.seconds;
  const cpu = cpuRatio(before.cpu, after.cpu);
  const disk = growth(before.disks, after.disks, 4);
  const net = growth(before.nics, after.nics, 2);
  if (intervalSeconds < SHORTEST_WINDOW_SECONDS || cpu === undefined || !disk || !net) return undefined;
  const [total, available] = after.memory;
  const [reads = 0, sectorsRead = 0, writes = 0, sectorsWritten = 0] = disk;
  const [bytesIn = 0, bytesOut = 0] = net;
  return {
    intervalSeconds,
    cpuRatio: cpu,
    memRatio: (total - available) / total,
    memUsedBytes: total - available,
    ...(after.load1 === undefined ? {} : { load1: after.load1 }),
    ...(after.disks.size === 0 ? {} : { diskReadBytesPerSecond: (sectorsRead * SECTOR) / intervalSeconds, diskWriteBytesPerSecond: (sectorsWritten * SECTOR) / intervalSeconds, diskOpsPerSecond: (reads + writes) / intervalSeconds }),
    ...(after.nics.size === 0 ? {} : { netInBytesPerSecond: bytesIn / intervalSeconds, netOutBytesPerSecond: bytesOut / intervalSeconds }),
  };
}
