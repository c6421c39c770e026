import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProbeFleet, type ProbeFleet } from '../../support/probe-fleet.ts';
import { tempDir } from '../../support/temp-dir.ts';

const SUPPORT = join(import.meta.dirname, '../../support');
const PRLIMIT = '/usr/bin/prlimit';

interface LastWord { readonly job: { readonly state: string; readonly error: { readonly code: string } | null }; readonly run: { readonly counts: Record<string, number>; readonly errorGroups: readonly { readonly code: string; readonly count: number }[] } }
interface Scanner { readonly pid: number; readonly lastWord: Promise<LastWord> }

/** A scan in a process of its own, started by the words of `before`. */
function scanInProcess(fleet: ProbeFleet, concurrency: number, before?: readonly string[]): Scanner {
  const folder = tempDir('scarce');
  const order = { project: join(folder, 'city.landfall'), targetsFile: join(folder, 'targets.json'), keyFile: join(folder, 'key'), knownHostsFile: join(folder, 'known_hosts'), concurrency };
  const orderFile = join(folder, 'order.json');
  for (const [file, text] of [[orderFile, JSON.stringify(order)], [order.targetsFile, JSON.stringify(fleet.targets)], [order.keyFile, fleet.privateKey], [order.knownHostsFile, fleet.knownHostsText]] as const) writeFileSync(file, text);
  const own = [join(SUPPORT, 'run-typescript.mjs'), join(SUPPORT, 'scan-process.ts'), orderFile];
  const [program, ...words] = before ?? [];
  const child = spawn(program ?? process.execPath, program === undefined ? own : [...words, process.execPath, ...own], { stdio: ['ignore', 'pipe', 'inherit'], cwd: join(SUPPORT, '../..') });
  onTestFinished(() => void child.kill('SIGKILL'));
  let last = '';
  createInterface({ input: child.stdout }).on('line', (line) => { last = line; });
  return { pid: child.pid ?? 0, lastWord: once(child, 'close').then(() => JSON.parse(last) as LastWord) };
}
const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, each) => total + each, 0);

test.skipIf(!existsSync(PRLIMIT))('C08 with 64 open files a scan of 120 hosts, sixty at once, reads every host', { timeout: 120_000 }, async () => {
  const fleet = await startProbeFleet({ hosts: 120, answerAfterMs: 200 });
  onTestFinished(() => fleet.close());
  const { job, run } = await scanInProcess(fleet, 60, [PRLIMIT, '--nofile=64:64']).lastWord;
  expect(job).toMatchObject({ state: 'succeeded' });
  expect(run.counts).toMatchObject({ total: 120, failed: 0, skipped: 0, queued: 0 });
});

test('N40 a scanner that sleeps while its hosts go away finishes after it wakes, without a login too many', { timeout: 120_000 }, async () => {
  const fleet = await startProbeFleet({ hosts: 60, answerAfterMs: 300 });
  onTestFinished(() => fleet.close());
  const scanner = scanInProcess(fleet, 8);
  await expect.poll(() => sum(fleet.answers), { timeout: 60_000, interval: 10 }).toBeGreaterThan(12);
  process.kill(scanner.pid, 'SIGSTOP');
  await expect.poll(() => /^State:\s+T/m.test(readFileSync(`/proc/${scanner.pid}/status`, 'utf8')), { timeout: 10_000 }).toBe(true);
  fleet.hangUp();
  process.kill(scanner.pid, 'SIGCONT');
  const { job, run } = await scanner.lastWord;
  expect(job.state).toBe('succeeded');
  expect(run.counts).toMatchObject({ total: 60, queued: 0, running: 0, skipped: 0 });
  // What was under way when the lines broke is said to be lost, and nothing else is held against those hosts.
  expect(run.counts['failed']).toBeGreaterThan(0);
  expect(run.counts['failed']).toBeLessThanOrEqual(8);
  expect(run.errorGroups.filter(({ code }) => code !== 'CONNECTION_LOST')).toEqual([]);
  expect(Math.max(...fleet.logins.values())).toBe(1);
});
