import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCore } from '../../support/core-fixture.ts';
import { startProbeFleet } from '../../support/probe-fleet.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';

const HOSTS = 60;
/** Leaves so many bytes free. */
function fillUp(folder: string, freeBytes: number): string {
  const path = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
  return path;
}

describe('a disk that fills up while scanning', () => {
  test('D06 stops the run, keeps every finished host and reads the others once there is room', async ({ skip }) => {
    const disk = mountSmallDisk(24)?.folder;
    if (!disk) return skip('needs root and a mount namespace that allows tmpfs');
    const fleet = await startProbeFleet({ hosts: HOSTS });
    onTestFinished(() => fleet.close());
    const { core, dataDir } = startCore();
    await core.call('project.create', { name: 'City', file: core.files.register(join(disk, 'city.landfall'), 'write') });
    await core.call('scan.importKnownHosts', { text: fleet.knownHostsText });
    const options = { credential: keyFileCredential(core, dataDir, fleet.privateKey), hostKeyPolicy: 'strict', concurrency: 4 } as const;
    const filler = fillUp(disk, 1_500_000);
    const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...fleet.targets] });
    const job = await untilJob(core, jobId);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'storage.disk_full' } });
    const stopped = await core.call('scan.listResults', { runId, states: ['done', 'partial'], limit: 500 });
    expect(stopped.rows.length).toBeGreaterThan(0);
    expect(stopped.rows.length).toBeLessThan(HOSTS);

    rmSync(filler);
    const resumed = await core.call('scan.resume', { ...options, runId });
    expect((await untilJob(core, resumed.jobId)).state).toBe('succeeded');
    expect((await core.call('scan.getRun', { runId })).run.counts).toMatchObject({ total: HOSTS, failed: 0, skipped: 0, queued: 0 });
    for (const { name } of stopped.rows) expect(fleet.answers.get(name ?? '')).toBe(1);
    expect(await core.call('project.verify', {})).toMatchObject({ integrity: 'ok', auditValid: true });
  });
});
