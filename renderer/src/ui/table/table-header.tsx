import { useTranslation } from 'react-i18next';
import { Icon } from '../icon.tsx';
import { ResizeHandle } from '../resize-handle.tsx';
import { nextSort, type Column, type Sort } from './column.ts';
import styles from './data-table.module.css';
import { pinOf } from './pin.ts';

export interface TableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort | null) => void) | undefined;
  readonly onResize: (key: string, width: number) => void;
  /** The box that selects all rows; undefined when rows cannot be selected. */
  readonly selectAll: { readonly label: string; readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void } | undefined;
}

export function TableHeader<Row>({ columns, sort, onSort, onResize, selectAll }: TableHeaderProps<Row>) {
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      {selectAll === undefined ? null : (
        <div role="columnheader" className={`${styles.box} ${styles.pinned}`} style={{ left: 0 }}>
          <input
            type="checkbox"
            aria-label={selectAll.label}
            checked={selectAll.state === 'all'}
            ref={(box) => {
              if (box !== null) box.indeterminate = selectAll.state === 'some';
            }}
            onChange={selectAll.toggle}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <HeaderCell key={column.key} column={column} index={index} selectable={selectAll !== undefined} sort={sort} onSort={onSort} onResize={onResize} />
      ))}
    </div>
  );
}

interface HeaderCellProps<Row> extends Pick<TableHeaderProps<Row>, 'sort' | 'onSort' | 'onResize'> {
  readonly column: Column<Row>;
  readonly index: number;
  readonly selectable: boolean;
}

function HeaderCell<Row>({ column, index, selectable, sort, onSort, onResize }: HeaderCellProps<Row>) {
  const { t } = useTranslation('ui');
  const pin = pinOf(index, selectable);
  const direction = sort?.field === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const canSort = column.sortable === true && onSort !== undefined;
  return (
    <div
      role="columnheader"
      aria-label={column.title}
      aria-colindex={index + 1 + (selectable ? 1 : 0)}
      className={`${styles.headCell} ${column.align === 'right' ? styles.right : ''} ${direction === undefined ? '' : styles.sorted} ${pin.className}`}
      style={{ width: column.width, ...pin.style }}
      {...(canSort ? { 'aria-sort': direction ?? 'none' } : {})}
    >
      {canSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, column.key))} title={column.title}>
          <span className={styles.headText}>{column.title}</span>
          {direction === undefined ? null : <Icon name={direction === 'descending' ? 'chevronDown' : 'chevronUp'} size={10} />}
        </button>
      ) : (
        <span className={styles.headText} title={column.title}>{column.title}</span>
      )}
      <ResizeHandle label={t('table.resize', { column: column.title })} className={styles.handle} width={column.width} min={48} max={900} direction={1} onResize={(width) => onResize(column.key, width)} />
    </div>
  );
}
