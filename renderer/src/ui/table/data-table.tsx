import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRINT_WIDTH_PX, usePrinting } from '../use-printing.ts';
import { useStableCallback } from '../use-stable-callback.ts';
import type { Sort } from './column.ts';
import type { DataTableProps } from './data-table-props.ts';
import styles from './data-table.module.css';
import { NO_SELECTION } from './selection.ts';
import { TableBody } from './table-body.tsx';
import { TableHeader } from './table-header.tsx';
import { TableStatus } from './table-status.tsx';
import { tableWidth, tracksOf } from './table-width.ts';
import { TotalsRow } from './totals-row.tsx';
import { useDataTable } from './use-data-table.ts';

export type { DataTableProps } from './data-table-props.ts';

/** The one table: virtual rows, sticky head and first column, server order, selection, keyboard, totals. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, totals, selection = NO_SELECTION, sort = null, onSort, selectionActions, stale = false, placeholder } = props;
  const { t } = useTranslation('ui');
  const { scroll, ...table } = useDataTable(props);
  const printing = usePrinting();
  const { selectable, select } = table;
  const { shown } = columns;
  const sortBy = useStableCallback((next: Sort | null) => onSort?.(next));
  const resize = useStableCallback(columns.resize);
  const selected = selection.ids.size === 0 ? 'none' : selection.ids.size >= rows.total ? 'all' : 'some';
  const zoom = printing ? { zoom: Math.min(1, PRINT_WIDTH_PX / tableWidth(shown, selectable)) } : {};
  return (
    <div className={styles.frame}>
      <div ref={scroll} className={`${styles.scroll} ${stale ? styles.stale : ''}`} role="table" aria-label={label} aria-rowcount={rows.total + 1} aria-colcount={shown.length + (selectable ? 1 : 0)} aria-busy={stale} tabIndex={0} onKeyDown={table.onKeyDown} style={{ ...tracksOf(shown, selectable), ...zoom }}>
        <div role="rowgroup" className={styles.headGroup}>
          <TableHeader columns={shown} sort={sort} onSort={onSort === undefined ? undefined : sortBy} onResize={resize} selected={selectable ? selected : undefined} selectAllLabel={t('table.selectAll', { count: rows.total })} onToggleAll={select.toggleAll} />
        </div>
        {rows.total === 0 ? <EmptyBody>{placeholder}</EmptyBody> : <TableBody {...props} table={table} printing={printing} />}
        {rows.total > 0 && totals !== undefined ? <TotalsRow columns={shown} totals={totals} selectable={selectable} label={t('table.totals')} /> : null}
      </div>
      {selection.ids.size > 0 ? <TableStatus selectedCount={selection.ids.size} onCopy={table.copy} onClear={select.clear} actions={selectionActions} /> : null}
    </div>
  );
}

/** A table owns rows and nothing else: what stands in place of them is the one cell of one row. */
function EmptyBody({ children }: { readonly children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="cell">{children}</div>
      </div>
    </div>
  );
}
