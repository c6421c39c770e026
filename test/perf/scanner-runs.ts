import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SectionName } from '../../shared/model/host-facts.ts';
import { CLI, landfall } from './bench-scan.ts';
import type { CpuGroup } from './cpu-group.ts';
import { runMeasured, type MeasuredRun } from './measured-process.ts';
import type { SshdFarm } from './sshd-farm.ts';

export interface ScannerRun extends MeasuredRun {
  readonly answered: number;
}

const HERE = import.meta.dirname;
/** With 200 handshakes at once on a few cores each one waits for the others. */
const FLOOR_TIMEOUT_MS = 60_000;

/** What of ours runs against a farm, inside a group: the product's scan, the floor, and some sections of the probe alone. */
export function createScanner(farm: SshdFarm, group: CpuGroup) {
  const folder = join(farm.folder, 'landfall');
  mkdirSync(folder, { recursive: true });
  const inside = (words: readonly string[]): Promise<MeasuredRun> =>
    runMeasured('/bin/sh', ['-c', `${group.enter}; exec "$@"`, 'sh', process.execPath, ...words], { ...process.env, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config'), NODE_ENV: 'production' });
  const listOf = (hosts: number): string => {
    const file = join(folder, 'targets.json');
    writeFileSync(file, JSON.stringify(farm.hosts.slice(0, hosts).map((host) => ({ ...host, user: farm.user }))));
    return file;
  };
  const counted = (run: MeasuredRun): ScannerRun => {
    if (run.exitCode !== 0) throw new Error(`A run of ours ended with ${run.exitCode}: ${run.stderr.slice(-2000)}`);
    const { answered } = JSON.parse(run.stdout) as { answered: number | number[] };
    return { ...run, answered: typeof answered === 'number' ? answered : answered.length };
  };
  return {
    /** `scan` on a new project: reads, understands and stores. */
    scan: async (hosts: number, concurrency: number): Promise<ScannerRun> => {
      const [project, targets] = [join(folder, 'bench.landfall'), join(folder, 'targets.csv')];
      for (const end of ['', '-wal', '-shm', '.backups', '.lock']) rmSync(`${project}${end}`, { force: true, recursive: true });
      writeFileSync(targets, ['host,port,user', ...farm.hosts.slice(0, hosts).map(({ host, port }) => `${host},${port},${farm.user}`)].join('\n'));
      await landfall(folder, 'project', 'create', project, '--name', 'Bench');
      const run = await inside([CLI, 'scan', project, '--targets', targets, '--identity', farm.keyFile, '--known-hosts', farm.knownHostsFile, '--host-keys', 'strict', '--no-sudo', '--concurrency', String(concurrency), '--json']);
      if (run.exitCode !== 0 && run.exitCode !== 3) throw new Error(`The scan ended with ${run.exitCode}: ${run.stderr.slice(-2000)}`);
      const { counts } = (JSON.parse(run.stdout) as { run: { counts: { done: number; partial: number } } }).run;
      return { ...run, answered: counts.done + counts.partial };
    },
    /** One handshake and `true`. */
    floor: async (hosts: number, concurrency: number): Promise<ScannerRun> => counted(await inside([join(HERE, 'floor-process.ts'), listOf(hosts), farm.keyFile, String(concurrency), String(FLOOR_TIMEOUT_MS)])),
    sections: async (hosts: number, concurrency: number, sections: readonly SectionName[]): Promise<ScannerRun> =>
      counted(await inside([join(HERE, '../support/run-typescript.mjs'), join(HERE, 'probe-process.ts'), listOf(hosts), farm.keyFile, String(concurrency), sections.join(',')])),
  };
}
