import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';
import styles from './data-table.module.css';
import { pinOf } from './pin.ts';

export interface TableRowProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly width: number;
  readonly columns: readonly Column<Row>[];
  readonly selectable: boolean;
  readonly selected: boolean;
  /** The row whose details are open. */
  readonly active: boolean;
  /** Where the keyboard is. */
  readonly cursor: boolean;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onOpen: (index: number) => void;
  readonly onToggle: (index: number, range: boolean) => void;
}

function TableRowView<Row>({ row, index, top, width, columns, selectable, selected, active, cursor, onClick, onOpen, onToggle }: TableRowProps<Row>) {
  const { t } = useTranslation('ui');
  const look = [styles.row, selected ? styles.selected : '', active ? styles.active : '', cursor ? styles.cursor : ''].join(' ');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      {...(selectable ? { 'aria-selected': selected } : {})}
      className={look}
      style={{ transform: `translateY(${top}px)`, width }}
      onClick={(event) => onClick(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {selectable ? (
        <div role="cell" className={`${styles.box} ${styles.pinned}`} style={{ left: 0 }} onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('table.selectRow', { row: index + 1 })}
            checked={selected}
            disabled={row === undefined}
            onChange={(event) => onToggle(index, event.nativeEvent instanceof globalThis.MouseEvent && event.nativeEvent.shiftKey)}
          />
        </div>
      ) : null}
      {columns.map((column, place) => {
        const pin = pinOf(place, selectable);
        return (
          <div key={column.key} role="cell" aria-colindex={place + 1 + (selectable ? 1 : 0)} className={`${styles.cell} ${column.align === 'right' ? styles.right : ''} ${pin.className}`} style={{ width: column.width, ...pin.style }}>
            {row === undefined ? <span className={styles.ghost} role="img" aria-label={t('table.unloaded')} /> : <span className={styles.cellText}>{column.cell(row)}</span>}
          </div>
        );
      })}
    </div>
  );
}

/** One line; drawn anew only when something of it changed. */
export const TableRow = memo(TableRowView) as typeof TableRowView;
