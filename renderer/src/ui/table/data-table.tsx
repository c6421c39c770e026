import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text.ts';
import { showToast } from '../toast.ts';
import type { Column, Sort } from './column.ts';
import styles from './data-table.module.css';
import { pinOf, widthOf } from './pin.ts';
import type { RowSource } from './row-source.ts';
import { NO_SELECTION, type Selection } from './selection.ts';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import { TableStatus } from './table-status.tsx';
import { toTsv } from './tsv.ts';
import type { ColumnLayoutControl } from './use-column-layout.ts';
import { useRowHeight } from './use-row-height.ts';
import { useSelection } from './use-selection.ts';
import { useTableKeys } from './use-table-keys.ts';

export interface DataTableProps<Row> {
  /** The table's name for screen readers. */
  readonly label: string;
  readonly columns: ColumnLayoutControl<Row>;
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
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

const NOTHING = (): void => undefined;

/** The one table: virtual rows, sticky head and first column, server order, selection, keyboard, totals. */
export function DataTable<Row>({ label, columns, rows, idOf, sort = null, onSort, selection = NO_SELECTION, onSelect, selectionActions, activeId, onActivate, onOpen, stale = false, placeholder }: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  const scroll = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const rowHeight = useRowHeight(scroll);
  const selectable = onSelect !== undefined;
  const virtual = useVirtualizer({ count: rows.total, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12, paddingStart: 0, scrollPaddingStart: 32, scrollPaddingEnd: 40 });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { show } = rows;
  useEffect(() => show(from, to), [show, from, to]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const select = useSelection(rows, idOf, selection, onSelect ?? NOTHING);
  const copy = useCallback(() => {
    const one = rows.rowAt(cursor);
    const wanted = selection.ids.size === 0 ? Promise.resolve(one === undefined ? [] : [one]) : rows.load(0, rows.total - 1).then((all) => all.filter((row) => selection.ids.has(idOf(row))));
    void wanted
      .then(async (chosen) => {
        await copyText(toTsv(columns.shown, chosen));
        showToast({ title: t('table.copied', { count: chosen.length }), tone: 'done' });
      });
  }, [rows, cursor, selection, idOf, columns.shown, t]);
  const activate = useCallback((index: number) => withRow(rows, index, onActivate ?? onOpen), [rows, onActivate, onOpen]);
  const open = useCallback((index: number) => withRow(rows, index, onOpen ?? onActivate), [rows, onActivate, onOpen]);
  const onKeyDown = useTableKeys({
    total: rows.total, cursor, pageRows: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2), open: activate, copy,
    moveTo: (index) => {
      setCursor(index);
      virtual.scrollToIndex(index);
    },
    toggle: selectable ? select.toggle : undefined, selectAll: selectable ? select.toggleAll : undefined, clear: selection.ids.size > 0 ? select.clear : undefined,
  });
  const onClick = useCallback(
    (index: number, event: MouseEvent) => {
      setCursor(index);
      scroll.current?.focus({ preventScroll: true });
      if (selectable && (event.shiftKey || event.ctrlKey || event.metaKey)) select.toggle(index, event.shiftKey);
      else activate(index);
    },
    [activate, select, selectable],
  );

  const width = widthOf(columns.shown, selectable);
  const allState = selection.ids.size === 0 ? 'none' : selection.ids.size >= rows.total ? 'all' : 'some';
  const hasTotals = columns.shown.some((column) => column.total !== undefined);
  return (
    <div className={styles.frame}>
      <div ref={scroll} className={`${styles.scroll} ${stale ? styles.stale : ''}`} role="table" aria-label={label} aria-rowcount={rows.total + 1} aria-colcount={columns.shown.length + (selectable ? 1 : 0)} aria-busy={stale} tabIndex={0} onKeyDown={onKeyDown}>
        <div role="rowgroup" style={{ minWidth: width, position: 'sticky', top: 0, zIndex: 3 }}>
          <TableHeader
            columns={columns.shown}
            sort={sort}
            onSort={onSort}
            onResize={columns.resize}
            selectAll={selectable ? { label: t('table.selectAll', { count: rows.total }), state: allState, toggle: select.toggleAll } : undefined}
          />
        </div>
        {rows.total === 0 ? placeholder : (
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width, position: 'relative' }}>
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
                  selectable={selectable}
                  selected={id !== undefined && selection.ids.has(id)}
                  active={id !== undefined && id === activeId}
                  cursor={item.index === cursor}
                  onClick={onClick}
                  onOpen={open}
                  onToggle={select.toggle}
                />
              );
            })}
          </div>
        )}
        {hasTotals && rows.total > 0 ? <TotalsRow columns={columns.shown} selectable={selectable} width={width} label={t('table.totals')} /> : null}
      </div>
      {selection.ids.size > 0 ? <TableStatus selectedCount={selection.ids.size} onCopy={copy} onClear={select.clear} actions={selectionActions} /> : null}
    </div>
  );
}

function withRow<Row>(rows: RowSource<Row>, index: number, use: ((row: Row) => void) | undefined): void {
  const row = rows.rowAt(index);
  if (row !== undefined) use?.(row);
}

interface TotalsRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly selectable: boolean;
  readonly width: number;
  readonly label: string;
}

function TotalsRow<Row>({ columns, selectable, width, label }: TotalsRowProps<Row>) {
  return (
    <div role="rowgroup" style={{ position: 'sticky', bottom: 0, zIndex: 3, minWidth: width }}>
      <div className={styles.totals} role="row">
        {selectable ? <div role="cell" className={`${styles.box} ${styles.pinned}`} style={{ left: 0 }} /> : null}
        {columns.map((column, index) => {
          const pin = pinOf(index, selectable);
          return (
            <div key={column.key} role="cell" className={`${styles.cell} ${column.align === 'right' ? styles.right : ''} ${pin.className}`} style={{ width: column.width, ...pin.style }}>
              <span className={styles.cellText}>{index === 0 && column.total === undefined ? label : column.total}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
