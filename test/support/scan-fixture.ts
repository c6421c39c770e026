import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Core, CoreOptions } from '../../electron/core/app/index.ts';
import type { InputOf } from '../../shared/contract/contract.ts';
import type { Job } from '../../shared/model/job.ts';
import { startCoreWithProject, type CoreFixture } from './core-fixture.ts';
import { startProbeFleet, type ProbeFleet, type ProbeFleetOptions } from './probe-fleet.ts';

export type StartOptions = Omit<InputOf<'scan.start'>, 'targets'>;

export interface ScanFixture extends CoreFixture {
  readonly fleet: ProbeFleet;
  /** The fleet's key, strict host keys. */
  readonly options: StartOptions;
}

/** Registers a private key as the shell would after a file dialog. */
export function keyFileCredential(core: Core, folder: string, privateKey: string) {
  const path = join(folder, `key-${Math.abs(privateKey.length)}-${privateKey.slice(-60, -50).replace(/\W/g, '_')}`);
  writeFileSync(path, privateKey, { mode: 0o600 });
  return { kind: 'key-file', file: core.files.register(path, 'read') } as const;
}

/** A core with an empty project, and a fleet whose host keys are trusted. */
export async function startScanFixture(fleetOptions: ProbeFleetOptions, coreOptions: Partial<CoreOptions> = {}): Promise<ScanFixture> {
  const fleet = await startProbeFleet(fleetOptions);
  onTestFinished(() => fleet.close());
  const fixture = await startCoreWithProject(coreOptions);
  await fixture.core.call('scan.importKnownHosts', { text: fleet.knownHostsText });
  return { ...fixture, fleet, options: { credential: keyFileCredential(fixture.core, fixture.dataDir, fleet.privateKey), hostKeyPolicy: 'strict' } };
}

/** Waits by asking, so that nothing depends on which event came first. */
export async function untilJob(core: Core, jobId: string, accept: (job: Job) => boolean = (job) => !['queued', 'running'].includes(job.state)): Promise<Job> {
  let job: Job | undefined;
  await expect.poll(async () => {
    ({ job } = await core.call('job.get', { jobId }));
    return accept(job);
  }, { timeout: 60_000, interval: 10 }).toBe(true);
  if (!job) throw new Error(`No job ${jobId}`);
  return job;
}
