import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Processes whose processor time the kernel adds up, their children included, whoever waits for them. Linux, root. */
export interface CpuGroup {
  /** Shell text: puts the shell that runs it, and what it starts from then on, into the group. */
  readonly enter: string;
  seconds(): number;
  /** At most so many cores from now on; undefined: all. */
  limit(cores: number | undefined): void;
  /** Ends what is left in the group, and the group. */
  remove(): Promise<void>;
  /** Ends what is left in the group: connections Ansible keeps for a minute. */
  empty(): Promise<void>;
}

const ROOT = '/sys/fs/cgroup';
const PERIOD_MICROSECONDS = 100_000;
const isUnified = (): boolean => existsSync(join(ROOT, 'cgroup.controllers'));

/** Why no group can be made here, or undefined. */
export function cpuGroupsMissing(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root';
  return isUnified() || existsSync(join(ROOT, 'cpuacct/cpuacct.usage')) ? undefined : 'needs control groups';
}

/** cgroup v2 has one folder per group; v1 one for the account and one for the limit. */
function unifiedGroup(name: string) {
  const folder = join(ROOT, name);
  writeFileSync(join(ROOT, 'cgroup.subtree_control'), '+cpu');
  return {
    folders: [folder],
    seconds: () => Number(/usage_usec (\d+)/.exec(readFileSync(join(folder, 'cpu.stat'), 'utf8'))?.[1]) / 1e6,
    limit: (quota: number | undefined) => writeFileSync(join(folder, 'cpu.max'), `${quota ?? 'max'} ${PERIOD_MICROSECONDS}`),
  };
}

function splitGroup(name: string) {
  const [account, share] = [join(ROOT, 'cpuacct', name), join(ROOT, 'cpu', name)];
  return {
    folders: [account, share],
    seconds: () => Number(readFileSync(join(account, 'cpuacct.usage'), 'utf8')) / 1e9,
    limit: (quota: number | undefined) => writeFileSync(join(share, 'cpu.cfs_quota_us'), String(quota ?? -1)),
  };
}

export function createCpuGroup(name: string): CpuGroup {
  const { folders, seconds, limit } = isUnified() ? unifiedGroup(name) : splitGroup(name);
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const members = (): number[] => folders.flatMap((folder) => readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number));
  const empty = async (): Promise<void> => {
    for (let left = members(); left.length > 0; left = members()) {
      for (const pid of new Set(left)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
      await wait(20);
    }
  };
  return {
    enter: `${folders.map((folder) => `echo $$ >${folder}/cgroup.procs`).join(' && ')} || exit 1`,
    seconds,
    limit: (cores) => limit(cores === undefined ? undefined : cores * PERIOD_MICROSECONDS),
    empty,
    remove: async () => {
      await empty();
      for (const folder of new Set(folders)) rmdirSync(folder);
    },
  };
}

/** Processor seconds of the whole machine so far, USER_HZ being 100 on every Linux that Node runs on. */
export function machineCpuSeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
  return (user + nice + system + irq + softIrq) / 100;
}
