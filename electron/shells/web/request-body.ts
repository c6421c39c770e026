import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/kernel/app-error.ts';

/** The whole body as text, never more than `maxBytes`. Throws `request.too_large`, and `request.cancelled` when the peer goes away. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new AppError('request.too_large', { maxBytes });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes: Buffer = chunk;
      size += bytes.length;
      if (size > maxBytes) throw new AppError('request.too_large', { maxBytes });
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('request.cancelled', {}, { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}
