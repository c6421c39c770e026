import { AppError, errorFromPayload } from '../../../shared/kernel/app-error.ts';
import { errorPayloadSchema } from '../../../shared/contract/error-payload.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { Job, JobState } from '../../../shared/model/job.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';

const ENDED: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled', 'interrupted', 'paused']);

export interface JobWatch {
  readonly client: Client;
  /** Aborted by the first interruption: the job is cancelled, and its end is awaited. */
  readonly signal: AbortSignal;
  readonly onProgress: (job: Job) => void;
}

/** Waits for the end of a job. Events may be lost before the subscription, so its state is also read once. */
async function lastState(jobId: JobId, { client, signal, onProgress }: JobWatch): Promise<Job> {
  const ended = Promise.withResolvers<Job>();
  const look = (job: Job): void => {
    onProgress(job);
    if (ENDED.has(job.state)) ended.resolve(job);
  };
  const unsubscribe = client.subscribe((event) => {
    if (event.topic === 'job.progressed' && event.payload.id === jobId) look(event.payload);
  });
  const cancel = (): void => void client.call('job.cancel', { jobId }).then(({ job }) => look(job), ended.reject);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (signal.aborted) cancel();
    look((await client.call('job.get', { jobId })).job);
    return await ended.promise;
  } finally {
    signal.removeEventListener('abort', cancel);
    unsubscribe();
  }
}

/** The finished job. Throws the job's own error when it failed, `request.cancelled` when it was stopped. */
export async function jobEnd(jobId: JobId, watch: JobWatch): Promise<Job> {
  const job = await lastState(jobId, watch);
  if (job.state === 'succeeded') return job;
  if (job.state === 'failed') throw errorFromPayload(errorPayloadSchema.safeParse(job.error).data ?? { code: 'internal' });
  throw new AppError('request.cancelled');
}
