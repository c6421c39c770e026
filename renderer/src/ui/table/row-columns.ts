import type { ReactNode } from 'react';
import type { Column } from './column.ts';
import styles from './data-table.module.css';

/** What a line needs of a column: its look, made once per table and not once per cell. */
export interface RowColumn<Row> {
  readonly key: string;
  /** Of a cell that holds plain text, and of one that holds something else. */
  readonly textClass: string;
  readonly boxClass: string;
  readonly cell: (row: Row) => ReactNode;
}

/** The first column stays in sight while the table scrolls sideways. */
export function pinClass(index: number, selectable: boolean): string {
  return index === 0 ? ` ${styles.pinned} ${styles.lastPinned} ${selectable ? styles.afterBox : styles.start}` : '';
}

export function rowColumns<Row>(columns: readonly Column<Row>[], selectable: boolean): readonly RowColumn<Row>[] {
  return columns.map(({ key, align, cell }, index) => {
    const look = `${align === 'right' ? ` ${styles.right}` : ''}${pinClass(index, selectable)}`;
    return { key, textClass: `${styles.textCell}${look}`, boxClass: `${styles.cell}${look}`, cell };
  });
}

/** Do the lines look the same with both? Widths are the frame's business, totals that of the foot. */
export function sameRowColumns<Row>(before: readonly RowColumn<Row>[], now: readonly RowColumn<Row>[]): boolean {
  return before.length === now.length && before.every((column, index) => column.key === now[index]?.key && column.cell === now[index]?.cell && column.textClass === now[index]?.textClass);
}
