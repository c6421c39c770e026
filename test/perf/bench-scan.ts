import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runMeasured, type MeasuredRun } from './measured-process.ts';

const HERE = import.meta.dirname;
export const CLI = join(HERE, '../../out/node/cli.js');

export interface RunningEstate {
  readonly folder: string;
  stop(): Promise<void>;
}

/** A city served by another process; its targets, key and known_hosts lie in `folder`. */
export async function startEstateProcess(folder: string, servers: number): Promise<RunningEstate> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [join(HERE, 'estate-process.ts'), folder, String(servers), '1'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error('The estate did not start.')))]);
  return {
    folder,
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

const perHostMs = (run: MeasuredRun, idleCpuSeconds: number, hosts: number): number => Number((((run.cpuSeconds - idleCpuSeconds) / hosts) * 1000).toFixed(2));

/** One command of the product on a project file, in a data folder of its own. */
export function landfall(folder: string, ...words: string[]): Promise<MeasuredRun> {
  return runMeasured(process.execPath, [CLI, ...words], { ...process.env, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config'), NODE_ENV: 'production' });
}

/** A scan of the served city with its key and known_hosts, host keys strict. */
export function scanEstate(estate: RunningEstate, project: string, concurrency: number): Promise<MeasuredRun> {
  return landfall(estate.folder, 'scan', project, '--targets', join(estate.folder, 'targets.csv'), '--identity', join(estate.folder, 'key'), '--known-hosts', join(estate.folder, 'known_hosts'), '--host-keys', 'strict', '--concurrency', String(concurrency), '--json');
}

/** Scanner CPU per host beside the floor of the same hosts in the same run, at one concurrency. */
export async function benchScanAt(estate: RunningEstate, concurrency: number, hosts: number) {
  const project = join(estate.folder, `bench-${concurrency}.landfall`);
  rmSync(project, { force: true });
  await landfall(estate.folder, 'project', 'create', project, '--name', 'Bench');
  // What starting, opening and closing cost without any host.
  const idle = await landfall(estate.folder, 'host', 'list', project, '--json');
  const nothing = await runMeasured(process.execPath, [join(HERE, 'floor-process.ts'), estate.folder, '1', '0']);
  const floor = await runMeasured(process.execPath, [join(HERE, 'floor-process.ts'), estate.folder, String(concurrency), String(hosts)]);
  const scan = await scanEstate(estate, project, concurrency);
  if (scan.exitCode !== 0 && scan.exitCode !== 3) throw new Error(`The scan ended with ${scan.exitCode}: ${scan.stderr}`);
  const { run } = JSON.parse(scan.stdout) as { run: { counts: Record<string, number> } };
  const floorCpuMsPerHost = perHostMs(floor, nothing.cpuSeconds, hosts);
  const scanCpuMsPerHost = perHostMs(scan, idle.cpuSeconds, hosts);
  return {
    concurrency, hosts, counts: run.counts, floorAnswered: (JSON.parse(floor.stdout) as { answered: number }).answered,
    floorSeconds: Number(floor.seconds.toFixed(2)), scanSeconds: Number(scan.seconds.toFixed(2)), hostsPerSecond: Number((hosts / scan.seconds).toFixed(1)),
    floorCpuMsPerHost, scanCpuMsPerHost, cpuRatioToFloor: Number((scanCpuMsPerHost / floorCpuMsPerHost).toFixed(2)),
    peakRssMib: Math.round(scan.peakRssBytes / 1024 ** 2), projectMib: Number((statSync(project).size / 1024 ** 2).toFixed(1)),
  };
}
