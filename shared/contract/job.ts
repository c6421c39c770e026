import { z } from 'zod';
import { jobIdSchema } from '../kernel/ids.ts';
import { jobSchema } from '../model/job.ts';
import { command, query } from './procedure.ts';
import { emptyInput } from './paging.ts';

const one = z.strictObject({ jobId: jobIdSchema });
const answer = z.object({ job: jobSchema });
export const jobStarted = z.object({ jobId: jobIdSchema });

/** Watching and steering long work. Per-host failures of a scan are rows of the scan, not a failed job. */
export const jobContract = {
  'job.list': query({ input: emptyInput, output: z.object({ jobs: z.array(jobSchema) }), topics: ['job'] }),
  'job.get': query({ input: one, output: answer, topics: ['job'], raises: ['job.not_found'] }),
  'job.cancel': command({ input: one, output: answer, topics: ['job'], raises: ['job.not_found'] }),
  'job.pause': command({ input: one, output: answer, topics: ['job'], raises: ['job.not_found', 'job.not_resumable'] }),
  'job.resume': command({ input: one, output: answer, topics: ['job'], raises: ['job.not_found', 'job.not_resumable'] }),
} as const;
