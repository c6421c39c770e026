import type { UtilisationNow } from '../../../shared/model/utilisation.ts';
import { readCount, readNumber } from '../read-number.ts';
import { CommandBlocks, settings, words } from './command-blocks.ts';

const INTERVAL_SECONDS = 2;
const PAGE_OF_VMSTAT = 4096;

/** The last line of `vmstat 2 2` by the names of its columns; the first line tells of the time since the boot. */
function lastReading(lines: readonly string[]): Map<string, number> | undefined {
  const head = lines.map(words).find((fields) => fields.includes('us') && fields.includes('sy') && fields.includes('id'));
  const rows = lines.map(words).filter((fields) => fields.length > 8 && fields.every((field) => /^[\d.]{1,16}[KMGT]?$/.test(field)));
  const last = rows[1];
  if (!head || !last) return undefined;
  // Names may stand twice (sy: system calls, then system time): the processor's columns are the last of their name.
  const cpuFrom = head.lastIndexOf('us');
  const found = new Map<string, number>();
  for (const [index, name] of head.entries()) {
    const value = readNumber(last[index]);
    if (value !== undefined && (index >= cpuFrom || !['us', 'sy', 'id', 'wa'].includes(name))) found.set(index >= cpuFrom ? `cpu-${name}` : name, value);
  }
  return head.length === last.length ? found : undefined;
}

interface Memory { readonly totalBytes: number; readonly availableBytes: number }

/** Total and available: AIX counts file pages as available, FreeBSD inactive and laundry ones, Solaris and HP-UX what is free. */
function readMemory(blocks: CommandBlocks, vmstat: ReadonlyMap<string, number>, knownTotal: number | undefined): Memory | undefined {
  const aix = new Map(blocks.of('vmstat -v').map((line) => [words(line).slice(1).join(' '), readNumber(words(line)[0])]));
  const [pages, free, file] = [aix.get('memory pages'), aix.get('free pages'), aix.get('file pages')];
  if (pages !== undefined && free !== undefined) return { totalBytes: pages * PAGE_OF_VMSTAT, availableBytes: (free + (file ?? 0)) * PAGE_OF_VMSTAT };
  const sysctl = settings(blocks.of('sysctl'), ':');
  const bsd = (name: string): number => readCount(sysctl.get(name)) ?? 0;
  if (bsd('hw.physmem') > 0 && bsd('hw.pagesize') > 0) return { totalBytes: bsd('hw.physmem'), availableBytes: (bsd('vm.stats.vm.v_free_count') + bsd('vm.stats.vm.v_inactive_count') + bsd('vm.stats.vm.v_laundry_count') + bsd('vm.stats.vm.v_cache_count')) * bsd('hw.pagesize') };
  const kstat = new Map(blocks.of('kstat').map((line) => [words(line)[0]?.split(':').at(-1) ?? '', readCount(words(line)[1])]));
  const page = readCount(blocks.first('pagesize'));
  const [physical, unused] = [kstat.get('physmem'), kstat.get('freemem')];
  if (page !== undefined && physical !== undefined && unused !== undefined) return { totalBytes: physical * page, availableBytes: unused * page };
  const freePages = vmstat.get('free');
  return knownTotal === undefined || freePages === undefined ? undefined : { totalBytes: knownTotal, availableBytes: freePages * PAGE_OF_VMSTAT };
}

/** The mean of two seconds by vmstat; disks and networks are not read on these systems. `memBytes`: the total, where the commands do not tell it. */
export function parseUnixUtilisation(lines: readonly string[], memBytes: number | undefined): UtilisationNow | undefined {
  const blocks = new CommandBlocks(lines);
  const vmstat = lastReading(blocks.of('vmstat 2 2'));
  const load1 = readNumber(/load averages?: *([\d.]{1,12})/.exec(blocks.first('uptime') ?? '')?.[1]);
  const [user, system, idle] = [vmstat?.get('cpu-us'), vmstat?.get('cpu-sy'), vmstat?.get('cpu-id')];
  const memory = vmstat && readMemory(blocks, vmstat, memBytes);
  if (!vmstat || load1 === undefined || user === undefined || system === undefined || idle === undefined || !memory || memory.availableBytes > memory.totalBytes) return undefined;
  const total = user + system + idle + (vmstat.get('cpu-wa') ?? 0);
  if (total < 95 || total > 105) return undefined;
  const used = memory.totalBytes - memory.availableBytes;
  return { intervalSeconds: INTERVAL_SECONDS, cpuRatio: Math.min(1, (user + system) / 100), memRatio: used / memory.totalBytes, memUsedBytes: used, load1 };
}
