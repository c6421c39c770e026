import { memo } from 'react';
import type { Column } from './column.ts';
import styles from './data-table.module.css';
import { pinClass } from './row-columns.ts';

export interface TotalsRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly totals: ReadonlyMap<string, string>;
  readonly selectable: boolean;
  readonly label: string;
}

function TotalsRowView<Row>({ columns, totals, selectable, label }: TotalsRowProps<Row>) {
  return (
    <div role="rowgroup" className={styles.foot}>
      <div className={styles.totals} role="row">
        {selectable ? <div role="cell" className={`${styles.box} ${styles.pinned}`} /> : null}
        {columns.map((column, index) => (
          <div key={column.key} role="cell" className={`${styles.cell} ${column.align === 'right' ? styles.right : ''}${pinClass(index, selectable)}`}>
            <span className={styles.cellText}>{totals.get(column.key) ?? (index === 0 ? label : undefined)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Sums over the whole filtered set, kept in sight at the foot. */
export const TotalsRow = memo(TotalsRowView) as typeof TotalsRowView;
