import { z } from 'zod';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';

/** An archive of load beside sysstat's: named, not read. */
export const loadArchiveSchema = z.object({
  tool: z.enum(['atop', 'pcp']),
  days: countSchema,
  /** First and last day, YYYY-MM-DD. */
  from: z.string().max(10),
  to: z.string().max(10),
  sizeBytes: bytesSchema,
});
export type LoadArchive = z.infer<typeof loadArchiveSchema>;
