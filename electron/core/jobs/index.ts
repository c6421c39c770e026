import { AppError } from '../../../shared/kernel/app-error.ts';
import type { jobContract } from '../../../shared/contract/job.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { JobService } from './job-service.ts';

export { createJobService } from './create-job-service.ts';
export type { JobLifecycle } from './create-job-service.ts';
export { estimateEnd } from './estimate-end.ts';
export type { ProgressPoint } from './estimate-end.ts';
export type { JobDefinition, JobRun, JobService } from './job-service.ts';

export function createJobFeature(jobs: JobService): HandlersOf<typeof jobContract> {
  return {
    'job.list': () => ({ jobs: jobs.list() }),
    'job.get': ({ jobId }) => {
      const job = jobs.get(jobId);
      if (!job) throw new AppError('job.not_found', { jobId });
      return { job };
    },
    'job.cancel': ({ jobId }) => ({ job: jobs.cancel(jobId) }),
    'job.pause': ({ jobId }) => ({ job: jobs.pause(jobId) }),
    'job.resume': ({ jobId }) => ({ job: jobs.resume(jobId) }),
  };
}
