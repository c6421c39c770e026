import type { JobId, ScanRunId, ScanTargetId } from '../../../../shared/kernel/ids.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { HostErrorCode, ScanTarget } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import type { IdentityFiles } from '../credentials/identity-files.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import type { ScanRunResult } from '../results/run-result.ts';
import type { ControlsOfRuns } from '../run/controls-of-runs.ts';
import { executeScan } from '../run/scan-run.ts';
import { countTargets, insertRun, jobOfRun, latestRunId, linkRunToJob, loadRunKind, requeueForRetry, requeueUnfinished, setRunOptions, setRunState, type StoredRunOptions } from '../run/store.ts';

interface ScanJobInput extends StoredRunOptions {
  readonly runId: ScanRunId;
  /** From the job's secrets: in memory only. */
  readonly credential?: RunCredential;
}

export interface StartedScan {
  readonly runId: ScanRunId;
  readonly jobId: JobId;
}

/** A run's own kind of job: pausable; it goes on without new input only while its credential is still in memory. */
export function defineScanJob(context: CoreContext, identityFiles: IdentityFiles, controls: ControlsOfRuns): void {
  context.jobs.define<ScanJobInput, ScanRunResult>({
    kind: 'scan',
    pausable: true,
    resumable: false,
    run: async ({ jobId, input, signal, reason, report }) => {
      const { credential, runId } = input;
      // The job list never resumes a scan without its credential; a stored row edited by hand could ask for it.
      if (!credential) throw new AppError('job.not_resumable', { runId });
      const database = context.database();
      database.note(() => setRunState(database, runId, 'running', null));
      return await executeScan({ context, database, identityFiles, credential, controls, pauseSelf: () => context.jobs.pause(jobId), job: { signal, reason, report }, ...input, policy: input.hostKeyPolicy });
    },
  });
}

function launch(context: CoreContext, runId: ScanRunId, options: StoredRunOptions, credential: RunCredential): StartedScan {
  const jobId = context.jobs.start('scan', { runId, ...options }, { credential });
  linkRunToJob(context.database(), runId, jobId);
  return { runId, jobId };
}

export function startScan(context: CoreContext, targets: readonly ScanTarget[], options: StoredRunOptions, credential: RunCredential): StartedScan {
  const database = context.database();
  const runId = `run-${context.newId()}` as ScanRunId;
  const summary = { runId, targets: targets.length, policy: options.hostKeyPolicy, concurrency: options.concurrency };
  database.record({ action: 'scan.start', by: context.userName(), summary }, () => {
    insertRun(database, { id: runId, kind: 'ssh', options, startedAt: context.now().toISOString() }, targets, context.newId);
  });
  return launch(context, runId, options, credential);
}

export interface ResumeChoice {
  readonly runId?: ScanRunId | undefined;
  readonly retry?: { readonly codes?: readonly HostErrorCode[] | undefined; readonly targetIds?: readonly ScanTargetId[] | undefined } | undefined;
}

/** Throws `record.not_found` or `scan.nothing_to_resume`; finished hosts are not touched. */
export function resumeScan(context: CoreContext, isActive: (runId: ScanRunId) => boolean, choice: ResumeChoice, options: StoredRunOptions, credential: RunCredential): StartedScan {
  const database = context.database();
  const runId = choice.runId ?? latestRunId(database);
  if (runId === undefined) throw new AppError('scan.nothing_to_resume');
  const kind = loadRunKind(database, runId);
  if (kind === undefined) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
  if (kind !== 'ssh' || isActive(runId)) throw new AppError('scan.nothing_to_resume', { runId });
  database.note(() => {
    requeueUnfinished(database, runId, choice.retry ? ['running'] : ['running', 'skipped']);
    if (choice.retry) requeueForRetry(database, runId, choice.retry);
  });
  const { open } = countTargets(database, runId);
  if (open === 0) throw new AppError('scan.nothing_to_resume', { runId });
  // A paused job of this run holds the former credential; two jobs must not work on one run.
  const formerJob = jobOfRun(database, runId);
  if (formerJob !== undefined && context.jobs.get(formerJob)?.state === 'paused') context.jobs.cancel(formerJob);
  database.record({ action: 'scan.resume', by: context.userName(), summary: { runId, targets: open, policy: options.hostKeyPolicy, concurrency: options.concurrency } }, () => {
    setRunOptions(database, runId, options);
    setRunState(database, runId, 'running', null);
  });
  return launch(context, runId, options, credential);
}
