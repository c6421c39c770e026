/** Where a table's rows come from; `usePagedRows` of api fits, and `arrayRows` for lists in memory. */
export interface RowSource<Row> {
  readonly total: number;
  /** undefined: not yet loaded. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The rows on the screen (both ends included). */
  readonly show: (from: number, to: number) => void;
  readonly load: (from: number, to: number) => Promise<Row[]>;
}

/** A list that is in memory as a whole. */
export function arrayRows<Row>(rows: readonly Row[]): RowSource<Row> {
  return {
    total: rows.length,
    rowAt: (index) => rows[index],
    show: () => undefined,
    load: (from, to) => Promise.resolve(rows.slice(from, to + 1)),
  };
}
