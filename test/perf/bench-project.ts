import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { landfall, scanEstate, startEstateProcess } from './bench-scan.ts';
import type { MeasuredRun } from './measured-process.ts';

function demand(run: MeasuredRun, what: string): MeasuredRun {
  // 3: some hosts of the city are broken on purpose; 8: a target missed is a figure, not a failure of the bench.
  if (![0, 3, 8].includes(run.exitCode)) throw new Error(`${what} ended with ${run.exitCode}: ${run.stderr}`);
  return run;
}

const SCAN_CONCURRENCY = 32;

async function scanAndStop(estate: Awaited<ReturnType<typeof startEstateProcess>>, project: string): Promise<MeasuredRun> {
  try {
    return await scanEstate(estate, project, SCAN_CONCURRENCY);
  } finally {
    await estate.stop();
  }
}

const seconds = (run: MeasuredRun): number => Number(run.seconds.toFixed(2));
const mib = (run: MeasuredRun): number => Math.round(run.peakRssBytes / 1024 ** 2);

/** Scan, open, query, plan and export at the size of the model city, each as a whole command beside a bare start. */
export async function benchProject(folder: string, servers: number) {
  mkdirSync(folder, { recursive: true });
  const project = join(folder, 'city.landfall');
  await landfall(folder, 'project', 'create', project, '--name', 'City');
  const start = demand(await landfall(folder, 'doctor', '--json'), 'doctor');
  const estate = await startEstateProcess(folder, servers);
  const scan = demand(await scanAndStop(estate, project), 'scan');
  for (const register of ['departments', 'systems']) demand(await landfall(folder, 'import', project, join(folder, `${register}.csv`), '--kind', register, '--json'), 'import');
  const open = demand(await landfall(folder, 'project', 'info', project, '--json'), 'project info');
  const filter = demand(await landfall(folder, 'host', 'list', project, '--filter', 'os:kylin mem>8G', '--json'), 'host list');
  const plan = demand(await landfall(folder, 'plan', 'create', project, '--json'), 'plan create');
  const xlsx = demand(await landfall(folder, 'export', project, '--format', 'xlsx', '--out', join(folder, 'plan.xlsx'), '--json'), 'export');
  const { run } = JSON.parse(scan.stdout) as { run: { counts: Record<string, number> } };
  const planned = JSON.parse(plan.stdout) as { items: unknown[]; plan: { waves: unknown[]; unassigned: unknown[]; targets: unknown[] } };
  return {
    project, servers, scanCounts: run.counts, projectMib: Number((statSync(project).size / 1024 ** 2).toFixed(1)),
    startSeconds: seconds(start), scanSeconds: seconds(scan), scanCpuMsPerHost: Number((((scan.cpuSeconds - start.cpuSeconds) / servers) * 1000).toFixed(2)), scanPeakMib: mib(scan), openSeconds: seconds(open), openBeyondStartSeconds: Number((open.seconds - start.seconds).toFixed(2)), filterCommandSeconds: seconds(filter),
    planSystems: planned.items.length, planWaves: planned.plan.waves.length, planUnassigned: planned.plan.unassigned.length, planTargets: planned.plan.targets, planSeconds: seconds(plan), planPeakMib: mib(plan), exportXlsxSeconds: seconds(xlsx), exportPeakMib: mib(xlsx),
  };
}
