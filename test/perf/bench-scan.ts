import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runMeasured, type MeasuredRun } from './measured-process.ts';
import { writeTargetList, type TargetList } from './target-lists.ts';

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

/** One command of the product on a project file, in a data folder of its own. */
export function landfall(folder: string, ...words: string[]): Promise<MeasuredRun> {
  return runMeasured(process.execPath, [CLI, ...words], { ...process.env, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config'), NODE_ENV: 'production' });
}

/** A scan of the served city with its key and known_hosts, host keys strict. */
export function scanEstate(estate: RunningEstate, project: string, concurrency: number, targets = join(estate.folder, 'targets.csv')): Promise<MeasuredRun> {
  return landfall(estate.folder, 'scan', project, '--targets', targets, '--identity', join(estate.folder, 'key'), '--known-hosts', join(estate.folder, 'known_hosts'), '--host-keys', 'strict', '--concurrency', String(concurrency), '--json');
}

function runFloor(estate: RunningEstate, list: string, concurrency: number): Promise<MeasuredRun> {
  return runMeasured(process.execPath, [join(HERE, 'floor-process.ts'), list, join(estate.folder, 'key'), String(concurrency)]);
}

/** One host in so many stands in the small list, so that both lists are the same mix. */
const SHARE_OF_SMALL = 4;

export interface ScanLists {
  readonly none: TargetList;
  readonly small: TargetList;
  readonly large: TargetList;
}

/** Lists of the hosts that answer: one that hangs costs seconds and no CPU, and would only make the run long. */
export async function chooseHosts(estate: RunningEstate): Promise<ScanLists> {
  const run = await runFloor(estate, join(estate.folder, 'targets.json'), 32);
  const positions = (JSON.parse(run.stdout) as { answered: number[] }).answered.sort((left, right) => left - right);
  const write = (name: string, chosen: readonly number[]) => writeTargetList(estate.folder, name, chosen);
  return { none: write('none', []), small: write('small', positions.filter((_, index) => index % SHARE_OF_SMALL === 0)), large: write('large', positions) };
}

async function scanFresh(estate: RunningEstate, list: TargetList, concurrency: number): Promise<{ scan: MeasuredRun; idle: MeasuredRun; projectMib: number }> {
  const project = join(estate.folder, 'bench.landfall');
  for (const end of ['', '-wal', '-shm', '.backups', '.lock']) rmSync(`${project}${end}`, { force: true, recursive: true });
  await landfall(estate.folder, 'project', 'create', project, '--name', 'Bench');
  // What starting, opening and closing cost without any host.
  const idle = await landfall(estate.folder, 'host', 'list', project, '--json');
  const scan = await scanEstate(estate, project, concurrency, list.csv);
  if (scan.exitCode !== 0 && scan.exitCode !== 3) throw new Error(`The scan ended with ${scan.exitCode}: ${scan.stderr}`);
  return { scan, idle, projectMib: Number((statSync(project).size / 1024 ** 2).toFixed(1)) };
}

const round = (value: number): number => Number(value.toFixed(2));
/** CPU milliseconds per host of what lies between two runs. */
const betweenMs = (less: MeasuredRun, more: MeasuredRun, hosts: number): number => ((more.cpuSeconds - less.cpuSeconds) / hosts) * 1000;

/** Scanner CPU per host beside the floor of the same hosts in the same run, at one concurrency: whole runs, and the slope between two sizes. */
export async function benchScanAt(estate: RunningEstate, { none, small, large }: ScanLists, concurrency: number) {
  const nothing = await runFloor(estate, none.json, 1);
  const floorSmall = await runFloor(estate, small.json, concurrency);
  const { scan: scanSmall } = await scanFresh(estate, small, concurrency);
  const floor = await runFloor(estate, large.json, concurrency);
  const { scan, idle, projectMib } = await scanFresh(estate, large, concurrency);
  const { run } = JSON.parse(scan.stdout) as { run: { counts: Record<string, number> } };
  const further = large.hosts - small.hosts;
  const whole = { floor: betweenMs(nothing, floor, large.hosts), scan: betweenMs(idle, scan, large.hosts) };
  const slope = { floor: betweenMs(floorSmall, floor, further), scan: betweenMs(scanSmall, scan, further) };
  return {
    concurrency, hosts: large.hosts, hostsOfSmallRun: small.hosts, counts: run.counts, floorAnswered: (JSON.parse(floor.stdout) as { answered: number[] }).answered.length,
    floorSeconds: round(floor.seconds), scanSeconds: round(scan.seconds), hostsPerSecond: Number((large.hosts / scan.seconds).toFixed(1)),
    floorCpuMsPerHost: round(whole.floor), scanCpuMsPerHost: round(whole.scan), cpuRatioToFloor: round(whole.scan / whole.floor),
    floorCpuMsPerFurtherHost: round(slope.floor), scanCpuMsPerFurtherHost: round(slope.scan), cpuRatioOfFurtherHosts: round(slope.scan / slope.floor),
    peakRssMib: Math.round(scan.peakRssBytes / 1024 ** 2), projectMib,
  };
}
