import type { ReactNode } from 'react';
import type { Sort } from './column.ts';
import type { RowSource } from './row-source.ts';
import type { Selection } from './selection.ts';
import type { ColumnLayoutControl } from './use-column-layout.ts';

export interface DataTableProps<Row> {
  /** The table's name for screen readers. */
  readonly label: string;
  readonly columns: ColumnLayoutControl<Row>;
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  /** Sums over the whole filtered set by column key, for the foot. Not part of the columns: each answer brings new ones. */
  readonly totals?: ReadonlyMap<string, string> | undefined;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** Actions on the selected rows, shown under the table. */
  readonly selectionActions?: ReactNode;
  /** The row whose inspector is open. */
  readonly activeId?: string | undefined;
  /** A click on a row, or Enter: show it. */
  readonly onActivate?: (row: Row) => void;
  /** A double click: go into it. */
  readonly onOpen?: (row: Row) => void;
  /** The former rows are shown while new ones are read. */
  readonly stale?: boolean;
  /** In the place of rows when there are none: an EmptyState, ErrorState or LoadingState. */
  readonly placeholder?: ReactNode;
}
