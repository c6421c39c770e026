import { z } from 'zod';
import { jobIdSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';

export const JOB_KINDS = ['scan', 'local-scan', 'sample-scan', 'campaign', 'plan', 'export', 'import', 'backup'] as const;
export const JOB_STATES = ['queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const;

/** `phase` is an i18n key under `jobs:phase`. */
export const jobProgressSchema = z.object({
  fraction: z.number().min(0).max(1),
  phase: z.string(),
  done: countSchema,
  total: countSchema,
  /** What is being worked on, e.g. a host name. */
  current: z.string().nullable(),
  /** Honest range for the end, in seconds from now; null until there is a basis for it. */
  etaSeconds: z.object({ low: z.number(), high: z.number() }).nullable(),
  ratePerSecond: z.number().nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

export const jobSchema = z.object({
  id: jobIdSchema,
  kind: z.enum(JOB_KINDS),
  state: z.enum(JOB_STATES),
  progress: jobProgressSchema,
  /** May this kind be paused and resumed? */
  pausable: z.boolean(),
  resumable: z.boolean(),
  attempt: countSchema,
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()), ref: z.string().optional() }).nullable(),
  /** What the job produced, by kind; see the contract of the procedure that starts it. */
  result: z.unknown().nullable(),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;
export type JobKind = (typeof JOB_KINDS)[number];
export type JobState = (typeof JOB_STATES)[number];
