import type { ReactNode } from 'react';

/** One column of a `DataTable`. */
export interface Column<Row> {
  readonly key: string;
  /** With the unit: "Memory (GiB)". */
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** May the list be ordered by it? The field's name for the query is `key`. */
  readonly sortable?: boolean;
  /** Shown unless the user hides it; false: hidden until chosen. */
  readonly standard?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** For copying; plain text or number as it should arrive in a spreadsheet. */
  readonly text: (row: Row) => string;
}

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** One click ascending, a second descending, a third back to the standard order. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
  if (sort === null || sort.field !== field) return { field, descending: false };
  return sort.descending ? null : { field, descending: true };
}
