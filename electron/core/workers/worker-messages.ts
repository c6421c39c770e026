import { z } from 'zod';

/** What crosses between the pool and a worker; both ends are ours, so only the envelope is checked. */
export interface TaskRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export const workerReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.number(), fraction: z.number() }),
  z.object({ type: z.literal('done'), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number(), code: z.string().optional(), params: z.record(z.string(), z.unknown()).optional(), message: z.string() }),
]);
export type WorkerReply = z.infer<typeof workerReplySchema>;
