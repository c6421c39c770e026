import type { ScanRun } from '../../../../shared/model/scan.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import { runResult, type ScanRunResult } from '../results/run-result.ts';
import type { ControlsOfRuns } from './controls-of-runs.ts';
import { ScanAttempt, type ScanRunInput } from './scan-attempt.ts';
import { countTargets, loadQueue, requeueUnfinished, setPausedBecause, setRunState, type QueuedTarget } from './store.ts';

async function loadCredentials(targets: readonly QueuedTarget[], identityFiles: ScanRunInput['identityFiles']): Promise<ReadonlyMap<string, RunCredential>> {
  const paths = new Set(targets.flatMap((target) => (target.identityFile === null ? [] : [target.identityFile])));
  const found = new Map<string, RunCredential>();
  for (const path of paths) {
    const credential = await identityFiles.credentialFor(path);
    if (credential) found.set(path, credential);
  }
  return found;
}

const STATE_BY_REASON = { pause: 'paused', cancel: 'cancelled', shutdown: 'interrupted' } as const;

function close(input: ScanInput, state: ScanRun['state']): void {
  const { context, database, runId } = input;
  const finishedAt = state === 'paused' || state === 'interrupted' ? null : context.now().toISOString();
  const { total, read } = countTargets(database, runId);
  database.record({ action: 'scan.finish', by: context.userName(), summary: { runId, state, done: read, total } }, () => {
    requeueUnfinished(database, runId, ['running']);
    setRunState(database, runId, state, finishedAt);
  });
}

export interface ScanInput extends Omit<ScanRunInput, 'controls' | 'pauseSelf'> {
  readonly controls: ControlsOfRuns;
  readonly ignoreQuietHours: boolean;
  /** Pauses the job that works on the run. */
  readonly pauseSelf: () => void;
}

/** Scans every open target of the run. Per-host failures are rows; it throws only when nothing more can be stored. */
export async function executeScan(input: ScanInput): Promise<ScanRunResult> {
  const { context, database, runId, job } = input;
  const targets = loadQueue(database, runId);
  const credentials = await loadCredentials(targets, input.identityFiles);
  const pauseSelf: ScanRunInput['pauseSelf'] = (because) => {
    database.note(() => setPausedBecause(database, runId, because));
    input.pauseSelf();
  };
  database.note(() => setPausedBecause(database, runId, null));
  try {
    await input.controls.during(database, input, (controls) => new ScanAttempt({ ...input, controls, pauseSelf }, credentials).run(targets));
  } catch (error) {
    try {
      close(input, 'interrupted');
    } catch (closeError) {
      context.log.warn('scan.not_closed', { runId, error: closeError });
    }
    throw error;
  } finally {
    context.changed('scan', 'inventory', 'organisation', 'profile');
  }
  const reason = job.reason();
  close(input, reason ? STATE_BY_REASON[reason] : 'finished');
  return runResult(database, runId);
}
