import type { Column } from './column.ts';
import styles from './data-table.module.css';
import { pinOf } from './pin.ts';

export interface TotalsRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly selectable: boolean;
  readonly width: number;
  readonly label: string;
}

/** Sums over the whole filtered set, kept in sight at the foot. */
export function TotalsRow<Row>({ columns, selectable, width, label }: TotalsRowProps<Row>) {
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
