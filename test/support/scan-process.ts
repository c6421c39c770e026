import { existsSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCore } from '../../electron/core/app/index.ts';

/** What the parent process wants scanned; given as JSON in the file named by the first argument. */
export interface ScanOrder {
  readonly project: string;
  readonly targetsFile: string;
  readonly keyFile: string;
  readonly knownHostsFile: string;
  readonly concurrency: number;
}

/**
 * Scans, or goes on with, a run in a process of its own, so that tests can kill it and measure it. Tells the run first,
 * and at the end the job, the processor time and the longest time the thread was busy.
 */
const order = JSON.parse(readFileSync(process.argv[3] ?? '', 'utf8')) as ScanOrder;
const tell = (message: object) => writeSync(1, `${JSON.stringify(message)}\n`);
const core = createCore({ shell: 'cli', dataDir: dirname(order.project), checkOutput: false });
const credential = { kind: 'key-file', file: core.files.register(order.keyFile, 'read') } as const;
const options = { credential, hostKeyPolicy: 'strict', concurrency: order.concurrency } as const;
const resuming = existsSync(order.project);

async function begin() {
  const file = core.files.register(order.project, resuming ? 'read' : 'write');
  if (resuming) {
    await core.call('project.open', { file });
    return await core.call('scan.resume', options);
  }
  await core.call('project.create', { name: 'Scan', file });
  await core.call('scan.importKnownHosts', { text: readFileSync(order.knownHostsFile, 'utf8') });
  return await core.call('scan.start', { ...options, targets: JSON.parse(readFileSync(order.targetsFile, 'utf8')) });
}

const ended = Promise.withResolvers<void>();
core.subscribe((event) => {
  if (event.topic === 'job.progressed' && ['succeeded', 'failed'].includes(event.payload.state)) ended.resolve();
});
const { jobId, runId } = await begin();
tell({ runId });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const [cpu, startedMs] = [process.cpuUsage(), performance.now()];
await ended.promise;
const used = process.cpuUsage(cpu);
delay.disable();
const { job } = await core.call('job.get', { jobId });
const { run } = await core.call('scan.getRun', { runId });
tell({ job, run, seconds: (performance.now() - startedMs) / 1000, cpuMs: (used.user + used.system) / 1000, busyMs: { max: delay.max / 1e6, p99: delay.percentile(99) / 1e6 }, peakRssBytes: process.resourceUsage().maxRSS * 1024 });
await core.close();
