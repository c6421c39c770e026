import { useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { PAGE_LIMIT } from '../../../shared/contract/paging.ts';
import { callKey } from './call-key.ts';
import { useClient } from './client-context.tsx';
import type { PagedInput, PagedMethod, RowOf } from './paged-method.ts';

export interface AllRowsOptions {
  /** false: not yet (nothing asks for the rows). */
  readonly enabled?: boolean;
}

/** Every row of a list, over as many pages as there are: for choices and for one row named in the address. undefined while not yet read. */
export function useAllRows<Method extends PagedMethod>(method: Method, input: PagedInput<Method>, options: AllRowsOptions = {}): readonly RowOf<Method>[] | undefined {
  const client = useClient();
  // The window completes the caller's input to the procedure's own; TypeScript cannot see through Omit of a generic.
  const windowed = (offset: number): InputOf<Method> => ({ ...input, offset, limit: PAGE_LIMIT }) as unknown as InputOf<Method>;
  const answer = useQuery<readonly RowOf<Method>[]>({
    queryKey: [...callKey(method, windowed(0)), 'all'],
    queryFn: async ({ signal }) => {
      const rows: RowOf<Method>[] = [];
      for (;;) {
        const page: OutputOf<Method> = await client.call(method, windowed(rows.length), { signal });
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return rows;
      }
    },
    enabled: options.enabled ?? true,
  });
  return answer.data;
}
