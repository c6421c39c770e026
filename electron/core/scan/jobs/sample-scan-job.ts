import { buildCity } from '../../../../agents/estate/build-city.ts';
import { registerCsv } from '../../../../agents/estate/register-csv.ts';
import { startEstateThread } from '../../../../agents/estate/start-estate-thread.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { CoreContext } from '../../context/core-context.ts';
import type { JobRun } from '../../jobs/index.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import { defaultPace } from '../guard/pacer.ts';
import { importKnownHosts } from '../host-keys/import-known-hosts.ts';
import type { ScanRunResult } from '../results/run-result.ts';
import type { ControlsOfRuns } from '../run/controls-of-runs.ts';
import { executeScan } from '../run/scan-run.ts';
import { insertRun, linkRunToJob, markSampleProject, replaceOpenTargets, setRunState, type StoredRunOptions } from '../run/store.ts';
import { registerSampleCity } from './register-sample-city.ts';
import type { StartedScan } from './scan-job.ts';

export interface SampleChoice {
  readonly servers: number;
  readonly seed: number;
  readonly concurrency: number;
}

interface SampleJobInput extends SampleChoice {
  readonly runId: ScanRunId;
}

function optionsFor({ concurrency }: SampleChoice): StoredRunOptions {
  return { hostKeyPolicy: 'strict', concurrency, handshakesPerSecond: defaultPace(concurrency), useSudo: true, jump: null, credentialKind: 'key-file', heldDepartments: [], ignoreQuietHours: true };
}

async function runSample(context: CoreContext, entry: URL, controls: ControlsOfRuns, { jobId, input, signal, reason, report }: JobRun<SampleJobInput>): Promise<ScanRunResult> {
  const database = context.database();
  const { runId, servers, seed } = input;
  const phase = (name: string): void => report({ phase: name, fraction: 0, done: 0, total: servers });
  phase('register');
  await registerSampleCity(context, registerCsv(buildCity({ seed, servers })), signal);
  phase('start-estate');
  const estate = await startEstateThread({ seed, servers, entry });
  try {
    const options = optionsFor(input);
    const by = context.userName();
    importKnownHosts(database, estate.knownHostsText, { by, at: context.now().toISOString(), replaceTrusted: true });
    // Where the estate listens may differ at each start, so a resumed sample takes its open targets from the present one.
    database.note(() => {
      markSampleProject(database);
      replaceOpenTargets(database, runId, estate.targets, context.newId);
      setRunState(database, runId, 'running', null);
    });
    const credential: RunCredential = { id: 'run', user: undefined, credential: { kind: 'key', privateKey: estate.privateKey } };
    const identityFiles = { credentialFor: () => Promise.resolve(undefined) };
    return await executeScan({ context, database, runId, policy: options.hostKeyPolicy, controls, ignoreQuietHours: options.ignoreQuietHours, pauseSelf: () => context.jobs.pause(jobId), useSudo: options.useSudo, jump: null, credential, identityFiles, job: { signal, reason, report } });
  } finally {
    await estate.close();
  }
}

/** The embedded city: real SSH on loopback, strict host keys, registers through the importer. */
export function defineSampleScanJob(context: CoreContext, entry: URL, controls: ControlsOfRuns): void {
  context.jobs.define<SampleJobInput, ScanRunResult>({
    kind: 'sample-scan',
    pausable: true,
    resumable: true,
    run: (run) => runSample(context, entry, controls, run),
  });
}

export function startSampleScan(context: CoreContext, choice: SampleChoice): StartedScan {
  const database = context.database();
  const runId = `run-${context.newId()}` as ScanRunId;
  database.record({ action: 'scan.start', by: context.userName(), summary: { runId, targets: choice.servers, seed: choice.seed } }, () => {
    insertRun(database, { id: runId, kind: 'sample', options: optionsFor(choice), startedAt: context.now().toISOString() }, [], context.newId);
  });
  const jobId = context.jobs.start('sample-scan', { runId, ...choice });
  linkRunToJob(database, runId, jobId);
  return { runId, jobId };
}
