import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { callKey } from './call-key.ts';
import { useClient } from './client-context.tsx';
import type { PagedInput, PagedMethod, RowOf } from './paged-method.ts';
import { pagesFor } from './page-window.ts';
import { useSameList } from './use-same-list.ts';

const PAGE_SIZE = 200;
/** Rows beyond the screen that are read already, so that a wheel or a held arrow key does not overtake them. */
const AHEAD = 100;

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
  const [pagesShown, setPagesShown] = useState({ from: 0, to: 0 });
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
  const others = pagesFor(pagesShown.from * PAGE_SIZE, pagesShown.to * PAGE_SIZE, PAGE_SIZE, total).filter((offset) => offset > 0);
  const pages = useQueries({ queries: others.map((offset) => ({ ...pageQuery(offset), enabled: enabled && !first.isPlaceholderData })) });

  const offsets = useSameList(others);
  const answers = useSameList(pages.map(({ data }) => data));
  const loaded = useMemo(() => {
    const byOffset = new Map<number, readonly RowOf<Method>[]>(page === undefined ? [] : [[0, page.rows]]);
    offsets.forEach((offset, index) => {
      const rows = answers[index]?.rows;
      if (rows !== undefined) byOffset.set(offset, rows);
    });
    return byOffset;
  }, [page, offsets, answers]);
  const rowAt = useCallback((index: number) => loaded.get(Math.floor(index / PAGE_SIZE) * PAGE_SIZE)?.[index % PAGE_SIZE], [loaded]);

  // Kept by the page and not by the row: scrolling within what has been read draws nothing but the table anew.
  const show = useCallback((firstRow: number, lastRow: number) => {
    const [from, to] = [Math.floor(Math.max(0, firstRow - AHEAD) / PAGE_SIZE), Math.floor((lastRow + AHEAD) / PAGE_SIZE)];
    setPagesShown((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const load = useCallback(
    async (from: number, to: number) => {
      const wanted = pagesFor(from, to, PAGE_SIZE, total);
      const read: RowOf<Method>[][] = [];
      for (const offset of wanted) read.push([...(await queryClient.fetchQuery({ ...pageQuery(offset) })).rows]);
      const start = wanted[0] ?? 0;
      return read.flat().slice(from - start, to - start + 1);
    },
    [pageQuery, queryClient, total],
  );
  const { refetch } = first;
  const retry = useCallback(() => void refetch(), [refetch]);

  const [isLoading, isStale] = [first.isPending && enabled, first.isPlaceholderData];
  const error = page === undefined || first.isError ? first.error : null;
  return useMemo(() => ({ total, grandTotal: page?.grandTotal ?? 0, first: page, rowAt, show, load, isLoading, isStale, error, retry }), [total, page, rowAt, show, load, isLoading, isStale, error, retry]);
}
