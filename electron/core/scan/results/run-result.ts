import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { ScanRun } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { getRun } from './store.ts';

/** The result of a scan job. `guardStopped`: hosts were left out to keep accounts from being locked. */
export interface ScanRunResult {
  readonly runId: ScanRunId;
  readonly counts: ScanRun['counts'];
  readonly guardStopped: boolean;
}

/** What a run has come to, for the job that worked on it. */
export function runResult(database: ProjectDatabase, runId: ScanRunId): ScanRunResult {
  const run = getRun(database, runId, () => false);
  if (!run) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
  return { runId, counts: run.counts, guardStopped: run.errorGroups.some((group) => group.code === 'AUTH_PAUSED_BY_GUARD') };
}
