import { useTranslation } from 'react-i18next';
import type { DataTableProps } from './data-table-props.ts';
import styles from './data-table.module.css';
import { widthOf } from './pin.ts';
import { NO_SELECTION } from './selection.ts';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import { TableStatus } from './table-status.tsx';
import { TotalsRow } from './totals-row.tsx';
import { useDataTable } from './use-data-table.ts';
import { PRINT_WIDTH_PX, usePrinting } from '../use-printing.ts';

export type { DataTableProps } from './data-table-props.ts';

/** The one table: virtual rows, sticky head and first column, server order, selection, keyboard, totals. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, selection = NO_SELECTION, sort = null, onSort, selectionActions, stale = false, placeholder } = props;
  const { t } = useTranslation('ui');
  const { scroll, ...table } = useDataTable(props);
  const printing = usePrinting();
  const { selectable, select } = table;
  const width = widthOf(columns.shown, selectable);
  const allState = selection.ids.size === 0 ? 'none' : selection.ids.size >= rows.total ? 'all' : 'some';
  const selectAll = selectable ? ({ label: t('table.selectAll', { count: rows.total }), state: allState, toggle: select.toggleAll } as const) : undefined;
  const hasTotals = rows.total > 0 && columns.shown.some((column) => column.total !== undefined);
  return (
    <div className={styles.frame}>
      <div ref={scroll} className={`${styles.scroll} ${stale ? styles.stale : ''}`} role="table" aria-label={label} aria-rowcount={rows.total + 1} aria-colcount={columns.shown.length + (selectable ? 1 : 0)} aria-busy={stale} tabIndex={0} onKeyDown={table.onKeyDown} style={printing ? { zoom: Math.min(1, PRINT_WIDTH_PX / width) } : undefined}>
        <div role="rowgroup" className={styles.headGroup} style={{ minWidth: width }}>
          <TableHeader columns={columns.shown} sort={sort} onSort={onSort} onResize={columns.resize} selectAll={selectAll} />
        </div>
        {rows.total === 0 ? placeholder : <TableBody {...props} table={table} width={width} printing={printing} />}
        {hasTotals ? <TotalsRow columns={columns.shown} selectable={selectable} width={width} label={t('table.totals')} /> : null}
      </div>
      {selection.ids.size > 0 ? <TableStatus selectedCount={selection.ids.size} onCopy={table.copy} onClear={select.clear} actions={selectionActions} /> : null}
    </div>
  );
}

interface TableBodyProps<Row> extends DataTableProps<Row> {
  readonly table: Omit<ReturnType<typeof useDataTable<Row>>, 'scroll'>;
  readonly width: number;
  readonly printing: boolean;
}

function TableBody<Row>({ table, width, printing, rows, columns, idOf, selection = NO_SELECTION, activeId }: TableBodyProps<Row>) {
  const { t } = useTranslation('ui');
  // Paper has no window: all rows that have been read are printed, and it is said when there are more.
  const items = printing ? Array.from({ length: rows.total }, (_unused, index) => ({ index, start: 0 })).filter(({ index }) => rows.rowAt(index) !== undefined) : table.items;
  return (
    <div role="rowgroup" className={styles.body} style={{ height: table.height, minWidth: width, position: 'relative' }}>
      {printing && items.length < rows.total ? <p>{t('table.printed', { shown: items.length, total: rows.total })}</p> : null}
      {items.map((item) => {
        const row = rows.rowAt(item.index);
        const id = row === undefined ? undefined : idOf(row);
        return (
          <TableRow
            key={item.index}
            row={row}
            index={item.index}
            top={item.start}
            width={width}
            columns={columns.shown}
            selectable={table.selectable}
            selected={id !== undefined && selection.ids.has(id)}
            active={id !== undefined && id === activeId}
            cursor={item.index === table.cursor}
            onClick={table.onClick}
            onOpen={table.open}
            onToggle={table.select.toggle}
          />
        );
      })}
    </div>
  );
}
