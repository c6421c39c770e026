import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';

const text = z.string().max(300);

/** Something that starts by the clock. Arguments of commands are never read off the machine. */
export const scheduledJobSchema = z.object({
  kind: z.enum(['cron', 'timer', 'periodic']),
  /** File of the table, name of the timer, or folder of the script. */
  source: text,
  user: text.optional(),
  /** Five fields of cron, `@daily`, or hourly, daily, weekly, monthly; absent for timers. */
  schedule: text.optional(),
  /** Paths named in the command, the program's name, the script, or the unit a timer starts. */
  runs: z.array(text).max(3),
});
export const scheduleFactsSchema = z.object({
  jobs: z.array(scheduledJobSchema).max(1000),
  /** Jobs waiting for `at`; root only. */
  atJobs: countSchema.optional(),
});
export type ScheduleFacts = z.infer<typeof scheduleFactsSchema>;
