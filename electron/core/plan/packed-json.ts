import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';

/** Plans compress to about a tenth; the limit stops a file that was made to fill the memory. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

export function packJson(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

/** Throws RangeError when the body unpacks to more than `maxBytes`. */
export function unpackJson<Schema extends z.ZodType>(body: Uint8Array, schema: Schema, maxBytes = MAX_UNPACKED_BYTES): z.output<Schema> {
  return schema.parse(JSON.parse(gunzipSync(body, { maxOutputLength: maxBytes }).toString('utf8')));
}
