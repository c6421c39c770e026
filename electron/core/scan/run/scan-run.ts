import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { ScanRun } from '../../../../shared/model/scan.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import { getRun } from '../results/store.ts';
import { ScanAttempt, type ScanRunInput } from './scan-attempt.ts';
import { countTargets, loadQueue, requeueUnfinished, setRunState, type QueuedTarget } from './store.ts';

/** The result of a scan job. `guardStopped`: hosts were left out to keep accounts from being locked. */
export interface ScanRunResult {
  readonly runId: ScanRunId;
  readonly counts: ScanRun['counts'];
  readonly guardStopped: boolean;
}

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

function close(input: ScanRunInput, state: ScanRun['state']): void {
  const { context, database, runId } = input;
  const finishedAt = state === 'paused' || state === 'interrupted' ? null : context.now().toISOString();
  const { total, read } = countTargets(database, runId);
  database.record({ action: 'scan.finish', by: context.userName(), summary: { runId, state, done: read, total } }, () => {
    requeueUnfinished(database, runId, ['running']);
    setRunState(database, runId, state, finishedAt);
  });
}

/** Scans every open target of the run. Per-host failures are rows; it throws only when nothing more can be stored. */
export async function executeScan(input: ScanRunInput): Promise<ScanRunResult> {
  const { context, database, runId, job } = input;
  const targets = loadQueue(database, runId);
  const attempt = new ScanAttempt(input, await loadCredentials(targets, input.identityFiles));
  try {
    await attempt.run(targets);
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
  const run = getRun(database, runId, () => false);
  if (!run) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
  return { runId, counts: run.counts, guardStopped: run.errorGroups.some((group) => group.code === 'AUTH_PAUSED_BY_GUARD') };
}
