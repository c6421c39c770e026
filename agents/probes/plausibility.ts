import type { HostFacts } from '../../shared/model/host-facts.ts';
import { TIB } from '../../shared/kernel/quantities.ts';
import { nonEmpty } from './section-declaration.ts';

/** Far beyond any machine there is: what lies above was not read from one. */
const MOST_THREADS = 16_384;
const MOST_MEMORY_BYTES = 1024 * TIB;
const MOST_STORAGE_BYTES = 1024 * 1024 * TIB;
const MOST_UPTIME_SECONDS = 50 * 366 * 86_400;

const within = (value: number | undefined, least: number, most: number): boolean => value === undefined || (value >= least && value <= most);

/**
 * Facts that no machine can have are not believed: they are left out, and the section that brought them is reported as not readable.
 * Zero processors, a petabyte of memory, more used than there is, an uptime older than Unix machines live.
 */
export function dropImplausible(facts: Partial<HostFacts>): Partial<HostFacts> {
  const { cpu, memory, uptime, filesystems, blockDevices } = facts;
  const kept = { ...facts };
  if (cpu && !(within(cpu.threads, 1, MOST_THREADS) && within(cpu.cores, 1, MOST_THREADS) && within(cpu.sockets, 1, MOST_THREADS))) delete kept.cpu;
  if (memory && !(within(memory.memBytes, 1, MOST_MEMORY_BYTES) && within(memory.swapBytes, 0, MOST_MEMORY_BYTES))) delete kept.memory;
  if (uptime && !within(uptime.seconds, 0, MOST_UPTIME_SECONDS)) delete kept.uptime;
  const volumes = nonEmpty(filesystems?.filter(({ sizeBytes, usedBytes }) => sizeBytes <= MOST_STORAGE_BYTES && usedBytes <= sizeBytes));
  const disks = nonEmpty(blockDevices?.filter(({ sizeBytes }) => sizeBytes <= MOST_STORAGE_BYTES));
  delete kept.filesystems;
  delete kept.blockDevices;
  return { ...kept, ...(volumes ? { filesystems: volumes } : {}), ...(disks ? { blockDevices: disks } : {}) };
}
