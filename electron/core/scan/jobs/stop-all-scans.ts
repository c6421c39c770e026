import type { JobKind } from '../../../../shared/model/job.ts';
import type { JobService } from '../../jobs/index.ts';

/** Jobs that hold connections to hosts. */
const SCANNING: ReadonlySet<JobKind> = new Set(['scan', 'sample-scan', 'local-scan', 'campaign']);

/** The kill switch: every scan that is under way, waiting or paused is cancelled. Returns how many. */
export function stopAllScans(jobs: Pick<JobService, 'list' | 'cancel'>): number {
  const open = jobs.list().filter((job) => SCANNING.has(job.kind) && ['queued', 'running', 'paused'].includes(job.state));
  for (const { id } of open) jobs.cancel(id);
  return open.length;
}
