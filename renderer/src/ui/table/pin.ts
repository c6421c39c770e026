import type { CSSProperties } from 'react';
import styles from './data-table.module.css';

const SELECT_WIDTH = 36;

/** The first column stays in sight while the table scrolls sideways. */
export function pinOf(index: number, selectable: boolean): { readonly className: string; readonly style: CSSProperties } {
  if (index !== 0) return { className: '', style: {} };
  return { className: `${styles.pinned} ${styles.lastPinned} ${selectable ? '' : styles.start}`, style: { left: selectable ? SELECT_WIDTH : 0 } };
}

export function widthOf(columns: readonly { readonly width: number }[], selectable: boolean): number {
  return columns.reduce((sum, column) => sum + column.width, selectable ? SELECT_WIDTH : 0);
}
