import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { callKey } from './call-key.ts';
import { useClient } from './client-context.tsx';
import type { PagedInput, PagedMethod, RowOf } from './paged-method.ts';
import { pagesFor } from './page-window.ts';

const PAGE_SIZE = 200;

/** A list of any length read window by window; fits `RowSource` of ui/table. */
export interface PagedRows<Method extends PagedMethod> {
  readonly total: number;
  readonly grandTotal: number;
  /** The first page's whole answer, for totals and counts beside the rows. */
  readonly first: OutputOf<Method> | undefined;
  readonly rowAt: (index: number) => RowOf<Method> | undefined;
  /** Told by the table which rows are on the screen. */
  readonly show: (from: number, to: number) => void;
  /** All rows of a range, loaded when they are not yet there (selection over pages, copy). */
  readonly load: (from: number, to: number) => Promise<RowOf<Method>[]>;
  readonly isLoading: boolean;
  /** The former list is shown while a new filter or order is being read. */
  readonly isStale: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

export interface PagedRowsOptions {
  readonly enabled?: boolean;
}

export function usePagedRows<Method extends PagedMethod>(method: Method, input: PagedInput<Method>, options: PagedRowsOptions = {}): PagedRows<Method> {
  const client = useClient();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState({ from: 0, to: 0 });
  const inputText = JSON.stringify(input);
  const enabled = options.enabled ?? true;

  const pageQuery = useCallback(
    (offset: number) => {
      // The window completes the caller's input to the procedure's own; TypeScript cannot see through Omit of a generic.
      const whole = { ...(JSON.parse(inputText) as object), offset, limit: PAGE_SIZE } as unknown as InputOf<Method>;
      return { queryKey: callKey(method, whole), queryFn: ({ signal }: { signal: AbortSignal }): Promise<OutputOf<Method>> => client.call(method, whole, { signal }) };
    },
    [client, method, inputText],
  );

  const first = useQuery<OutputOf<Method>, AppError, OutputOf<Method>>({ ...pageQuery(0), enabled, placeholderData: keepPreviousData });
  const page = first.data;
  const total = page?.total ?? 0;
  const others = pagesFor(shown.from, shown.to, PAGE_SIZE, total).filter((offset) => offset > 0);
  const pages = useQueries({ queries: others.map((offset) => ({ ...pageQuery(offset), enabled: enabled && !first.isPlaceholderData })) });

  const loaded = new Map<number, readonly RowOf<Method>[]>();
  if (page !== undefined) loaded.set(0, page.rows);
  others.forEach((offset, index) => {
    const data = pages[index]?.data;
    if (data !== undefined) loaded.set(offset, data.rows);
  });

  const show = useCallback((from: number, to: number) => {
    setShown((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const load = useCallback(
    async (from: number, to: number) => {
      const offsets = pagesFor(from, to, PAGE_SIZE, total);
      const answers: RowOf<Method>[][] = [];
      for (const offset of offsets) answers.push([...(await queryClient.fetchQuery({ ...pageQuery(offset) })).rows]);
      const start = offsets[0] ?? 0;
      return answers.flat().slice(from - start, to - start + 1);
    },
    [pageQuery, queryClient, total],
  );
  const { refetch } = first;
  const retry = useCallback(() => void refetch(), [refetch]);

  return {
    total,
    grandTotal: page?.grandTotal ?? 0,
    first: page,
    rowAt: (index) => loaded.get(Math.floor(index / PAGE_SIZE) * PAGE_SIZE)?.[index % PAGE_SIZE],
    show,
    load,
    isLoading: first.isPending && enabled,
    isStale: first.isPlaceholderData,
    error: page === undefined || first.isError ? first.error : null,
    retry,
  };
}
