import { z } from 'zod';
import { jobSchema } from '../model/job.ts';

/** Past-tense notices: what changed, never what to do. A query is read anew when a topic it depends on is told. */
export const TOPICS = ['project', 'inventory', 'organisation', 'scan', 'campaign', 'profile', 'catalogue', 'plan', 'tracking', 'settings', 'vault', 'job'] as const;
export type Topic = (typeof TOPICS)[number];

export const coreEventSchema = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('job.progressed'), payload: jobSchema }),
  z.object({ topic: z.literal('changed'), payload: z.object({ topics: z.array(z.enum(TOPICS)) }) }),
]);
export type CoreEvent = z.infer<typeof coreEventSchema>;
