import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';
import { CONTRACT_VERSION } from './envelope.ts';
import { errorPayloadSchema } from './error-payload.ts';

/** Body of POST /rpc/<method>. */
export const rpcBodySchema = z.strictObject({ v: z.literal(CONTRACT_VERSION), input: z.unknown() });
/** Its reply, whatever the HTTP status. */
export const rpcReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorPayloadSchema }),
]);
/** GET /session: the token every changing request repeats in the header `x-landfall`. */
export const webSessionSchema = z.object({ token: z.string().min(20).max(100) });
/** PUT /files?name=…&purpose=…: the uploaded file as the contract names it. */
export const uploadedFileSchema = z.object({ token: fileTokenSchema, name: z.string() });

/** Largest JSON body and largest upload the web shell takes. */
export const MAX_RPC_BYTES = 8 * 1024 * 1024;
export const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;
