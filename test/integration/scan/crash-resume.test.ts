import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { startCore } from '../../support/core-fixture.ts';
import { startProbeFleet } from '../../support/probe-fleet.ts';
import { tempDir } from '../../support/temp-dir.ts';

const HOSTS = 300;
const SUPPORT = join(import.meta.dirname, '../../support');

interface LastWord {
  readonly job: { readonly state: string };
  readonly run: { readonly counts: Record<string, number> };
}

/** A scanner process; resolves with its last line, or kills it once `killWhen` says so. */
async function scanInProcess(orderFile: string, killWhen?: () => boolean): Promise<LastWord | undefined> {
  const child = spawn(process.execPath, [join(SUPPORT, 'run-typescript.mjs'), join(SUPPORT, 'scan-process.ts'), orderFile], { stdio: ['ignore', 'pipe', 'inherit'], cwd: join(SUPPORT, '../..') });
  onTestFinished(() => void child.kill('SIGKILL'));
  let last = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = line;
  });
  const watch = killWhen && setInterval(() => {
    if (killWhen()) child.kill('SIGKILL');
  }, 2);
  await once(child, 'close');
  clearInterval(watch);
  return killWhen ? undefined : (JSON.parse(last) as LastWord);
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, each) => total + each, 0);

test('D01 a scan of 300 hosts killed four times loses no finished host and scans none of them twice', async () => {
  const fleet = await startProbeFleet({ hosts: HOSTS, answerAfterMs: 20 });
  onTestFinished(() => fleet.close());
  const folder = tempDir('crash');
  const order = { project: join(folder, 'city.landfall'), targetsFile: join(folder, 'targets.json'), keyFile: join(folder, 'key'), knownHostsFile: join(folder, 'known_hosts'), concurrency: 8 };
  const orderFile = join(folder, 'order.json');
  writeFileSync(orderFile, JSON.stringify(order));
  writeFileSync(order.targetsFile, JSON.stringify(fleet.targets));
  writeFileSync(order.keyFile, fleet.privateKey);
  writeFileSync(order.knownHostsFile, fleet.knownHostsText);

  const finishedOnce = new Map<string, number>();
  for (const answersBeforeKill of [40, 110, 180, 250]) {
    await scanInProcess(orderFile, () => sum(fleet.answers) >= answersBeforeKill);
    const { core } = startCore();
    await core.call('project.open', { file: core.files.register(order.project, 'read') });
    const [run] = (await core.call('scan.listRuns', {})).runs;
    expect(run?.state).toBe('interrupted');
    expect(run?.counts.running).toBe(0);
    const { rows } = await core.call('scan.listResults', { runId: run?.id ?? '', states: ['done', 'partial'], limit: 500 });
    expect(rows.length).toBeGreaterThan(0);
    for (const [name, answered] of finishedOnce) {
      expect(rows.some((row) => row.name === name), `${name} was finished before`).toBe(true);
      expect(fleet.answers.get(name), `${name} was asked again`).toBe(answered);
    }
    for (const { name } of rows) if (name !== null && !finishedOnce.has(name)) finishedOnce.set(name, fleet.answers.get(name) ?? 0);
    await core.close();
  }

  const end = await scanInProcess(orderFile);
  expect(end?.job.state).toBe('succeeded');
  expect(end?.run.counts).toMatchObject({ total: HOSTS, failed: 0, skipped: 0, queued: 0, running: 0 });
  for (const [name, answered] of finishedOnce) expect(fleet.answers.get(name)).toBe(answered);
  const { core } = startCore();
  await core.call('project.open', { file: core.files.register(order.project, 'read') });
  expect((await core.call('inventory.listServers', { limit: 1 })).grandTotal).toBe(HOSTS);
});
