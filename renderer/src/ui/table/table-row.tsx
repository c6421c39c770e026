import { memo, type ReactNode } from 'react';
import type { RowColumn } from './row-columns.ts';
import styles from './data-table.module.css';

/** Words of a row, asked for once per table. */
export interface RowWords {
  readonly select: (rowNumber: number) => string;
  readonly unloaded: string;
}

export interface TableRowProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly RowColumn<Row>[];
  readonly words: RowWords;
  readonly selectable: boolean;
  readonly selected: boolean;
  /** The row whose details are open. */
  readonly active: boolean;
  /** Where the keyboard is. */
  readonly cursor: boolean;
  readonly onToggle: (index: number, range: boolean) => void;
}

function classOf(selected: boolean, active: boolean, cursor: boolean): string {
  return `${styles.row}${selected ? ` ${styles.selected}` : ''}${active ? ` ${styles.active}` : ''}${cursor ? ` ${styles.cursor}` : ''}`;
}

/** A text is the cell's own, which cuts it at its edge; anything else stands in a box of its own. */
function cellOf<Row>({ key, textClass, boxClass, cell }: RowColumn<Row>, row: Row | undefined, words: RowWords): ReactNode {
  const content = row === undefined ? <span className={styles.ghost} role="img" aria-label={words.unloaded} /> : cell(row);
  return typeof content === 'string' ? <div key={key} role="cell" className={textClass}>{content}</div> : <div key={key} role="cell" className={boxClass}>{row === undefined ? content : <span className={styles.cellText}>{content}</span>}</div>;
}

function TableRowView<Row>({ row, index, top, columns, words, selectable, selected, active, cursor, onToggle }: TableRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={index + 2} {...(selectable ? { 'aria-selected': selected } : {})} className={classOf(selected, active, cursor)} style={{ top }}>
      {selectable ? (
        <div role="cell" className={`${styles.box} ${styles.pinned}`}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.select(index + 1)}
            checked={selected}
            disabled={row === undefined}
            onChange={(event) => onToggle(index, event.nativeEvent instanceof globalThis.MouseEvent && event.nativeEvent.shiftKey)}
          />
        </div>
      ) : null}
      {columns.map((column) => cellOf(column, row, words))}
    </div>
  );
}

/** One line; drawn anew only when something of it changed. Its clicks are heard by the table's body. */
export const TableRow = memo(TableRowView) as typeof TableRowView;
