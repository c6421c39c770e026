/** What a file holds, as text: one header row and its rows, all of the header's length. */
export interface RawTable {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Beyond these a file is refused with its limit named, instead of filling the memory. */
export const TABLE_LIMITS = { fileBytes: 64 * 1024 ** 2, rows: 200_000, columns: 500, cellCharacters: 32_767 } as const;
