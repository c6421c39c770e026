import { z } from 'zod';
import { coreEventSchema } from './events.ts';

/** Rises when a shell and a core of different builds could misread each other. */
export const CONTRACT_VERSION = 1;

/** Frames of the message-based transports (MessagePort; the WebSocket carries only `event` and `cancel`). */
export const requestFrameSchema = z.strictObject({ type: z.literal('request'), v: z.literal(CONTRACT_VERSION), id: z.number().int().min(0), method: z.string().max(80), input: z.unknown() });
export const cancelFrameSchema = z.strictObject({ type: z.literal('cancel'), id: z.number().int().min(0) });
export const replyFrameSchema = z.discriminatedUnion('ok', [
  z.object({ type: z.literal('reply'), id: z.number(), ok: z.literal(true), data: z.unknown() }),
  z.object({ type: z.literal('reply'), id: z.number(), ok: z.literal(false), error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()), ref: z.string().optional() }) }),
]);
export const eventFrameSchema = z.object({ type: z.literal('event'), seq: z.number().int().min(0), event: coreEventSchema });
export const clientFrameSchema = z.discriminatedUnion('type', [requestFrameSchema, cancelFrameSchema]);
export type RequestFrame = z.infer<typeof requestFrameSchema>;
export type ReplyFrame = z.infer<typeof replyFrameSchema>;
export type EventFrame = z.infer<typeof eventFrameSchema>;
