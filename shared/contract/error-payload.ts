import { z } from 'zod';

/** How an `AppError` crosses a transport: never a sentence, a stack or a secret. */
export const errorPayloadSchema = z.object({
  code: z.string().max(80),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  ref: z.string().max(80).optional(),
});
