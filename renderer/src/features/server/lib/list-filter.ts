/** At most this many rows of a long list are drawn; the filter brings the rest into reach. */
export const LIST_LIMIT = 500;

export interface FilteredList<Row> {
  readonly rows: readonly Row[];
  /** How many match, including those beyond the limit. */
  readonly matching: number;
  readonly cut: boolean;
}

/** Rows of which any of the given texts holds the words, without regard to case. */
export function filterList<Row>(rows: readonly Row[], words: string, texts: (row: Row) => readonly (string | undefined)[]): FilteredList<Row> {
  const wanted = words.trim().toLocaleLowerCase();
  const matching = wanted === '' ? rows : rows.filter((row) => texts(row).some((text) => text?.toLocaleLowerCase().includes(wanted)));
  return { rows: matching.slice(0, LIST_LIMIT), matching: matching.length, cut: matching.length > LIST_LIMIT };
}
