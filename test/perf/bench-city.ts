import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, landfall, startEstateProcess, type RunningEstate } from './bench-scan.ts';
import { runMeasured, type MeasuredRun } from './measured-process.ts';

const CONCURRENCY = 200;
/** Exit code of a scan some of whose hosts gave not everything. */
const PARTIAL = 3;
const round = (value: number): number => Number(value.toFixed(1));

interface Counts {
  readonly total: number;
  readonly done: number;
  readonly partial: number;
  readonly failed: number;
  readonly skipped: number;
  readonly queued: number;
  readonly running: number;
}

/** True once the progress on stderr says that half of the hosts are finished. */
function halfIsDone(stderr: string): boolean {
  return [...stderr.matchAll(/ ([\d,]+)\/([\d,]+)/g)].some(([, done = '0', total = '0']) => 2 * Number(done.replaceAll(',', '')) >= Number(total.replaceAll(',', '')));
}

function scanOf({ folder }: RunningEstate, project: string, words: readonly string[], killWhen?: (stderr: string) => boolean): Promise<MeasuredRun> {
  const environment = { ...process.env, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config'), NODE_ENV: 'production' };
  const access = ['--identity', join(folder, 'key'), '--host-keys', 'strict', '--concurrency', String(CONCURRENCY), '--json', '--lang', 'en'];
  return runMeasured(process.execPath, [CLI, 'scan', project, ...words, ...access], environment, killWhen);
}

function sizeMib(project: string): number {
  return round((statSync(project).size + (statSync(`${project}-wal`, { throwIfNoEntry: false })?.size ?? 0)) / 1024 ** 2);
}

const figuresOf = (run: MeasuredRun) => ({ seconds: round(run.seconds), cpuSeconds: round(run.cpuSeconds), peakRssMib: Math.round(run.peakRssBytes / 1024 ** 2) });

const total = (runs: readonly MeasuredRun[], figure: 'seconds' | 'cpuSeconds'): number => round(runs.reduce((sum, run) => sum + run[figure], 0));

/**
 * A whole city with its faulty hosts: the scan is killed when half of the hosts are finished, and resumed. What the killed half had
 * finished is not asked again; both halves together are the figures of the scan. The city is served by ssh2, so that its hosts cost
 * about as much of the same two cores as the scanner does: the wall time is that of both.
 */
export async function benchCity(folder: string, servers: number) {
  mkdirSync(folder, { recursive: true });
  const estate = await startEstateProcess(folder, servers);
  const project = join(folder, 'city-scan.landfall');
  try {
    await landfall(folder, 'project', 'create', project, '--name', 'City');
    const first = await scanOf(estate, project, ['--targets', join(folder, 'targets.csv'), '--known-hosts', join(folder, 'known_hosts')], halfIsDone);
    // A city this small is finished before its first line of progress.
    const runs = first.exitCode === PARTIAL ? [first] : [first, await scanOf(estate, project, ['--resume'])];
    const last = runs.at(-1) ?? first;
    if (last.exitCode !== PARTIAL) throw new Error(`The scan ended with ${last.exitCode}: ${last.stderr.slice(-2000)}`);
    const { run } = JSON.parse(last.stdout) as { run: { counts: Counts; errorGroups: readonly { readonly code: string; readonly count: number }[] } };
    const { counts } = run;
    return {
      hosts: counts.total, concurrency: CONCURRENCY, counts, shareWithoutAllFacts: Number(((counts.total - counts.done) / counts.total).toFixed(3)), failures: Object.fromEntries(run.errorGroups.map((group) => [group.code, group.count])),
      kills: runs.length - 1, parts: runs.map(figuresOf), seconds: total(runs, 'seconds'), cpuMsPerHost: round((total(runs, 'cpuSeconds') / counts.total) * 1000), projectMib: sizeMib(project),
    };
  } finally {
    await estate.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
