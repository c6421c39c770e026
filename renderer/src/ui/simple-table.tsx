import type { ReactNode } from 'react';
import styles from './simple-table.module.css';

export interface SimpleColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** px or a share, so that tables under each other line up. */
  readonly width?: number | string;
  readonly cell: (row: Row) => ReactNode;
}

export interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  readonly maxHeight?: number;
}

/** A plain table for up to some hundred rows; longer lists use `DataTable`. */
export function SimpleTable<Row>({ label, columns, rows, keyOf, maxHeight }: SimpleTableProps<Row>) {
  return (
    <div className={styles.box} style={{ maxHeight }} {...(maxHeight === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': label })}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>{columns.map((column) => <th key={column.key} scope="col" className={column.align === 'right' ? styles.number : ''} style={{ width: column.width }}>{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map((column) => <td key={column.key} className={column.align === 'right' ? styles.number : ''}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
