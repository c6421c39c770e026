import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';

export const PAGE_LIMIT = 500;
/** Lists come in pages; `offset` counts rows of the current order, `total` is the filtered count, `grandTotal` the unfiltered one. */
export const pageInput = { offset: countSchema.default(0), limit: z.number().int().min(1).max(PAGE_LIMIT).default(100) };
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: countSchema, grandTotal: countSchema });
}
export const emptyInput = z.strictObject({});
export const doneOutput = z.object({ done: z.literal(true) });
