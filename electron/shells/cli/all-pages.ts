import { PAGE_LIMIT } from '../../../shared/contract/paging.ts';

export interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly grandTotal: number;
}

/** Reads a paged list to its end, or until `limit` rows. The rest of the answer is that of the first page. */
export async function allPages<Answer extends Page<unknown>>(read: (page: { offset: number; limit: number }) => Promise<Answer>, limit: number = Number.MAX_SAFE_INTEGER): Promise<Answer> {
  const first = await read({ offset: 0, limit: Math.min(PAGE_LIMIT, limit) });
  const rows = [...first.rows];
  while (rows.length < Math.min(first.total, limit)) {
    const next = await read({ offset: rows.length, limit: Math.min(PAGE_LIMIT, limit - rows.length) });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}
