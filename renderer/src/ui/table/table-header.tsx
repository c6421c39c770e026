import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon.tsx';
import { ResizeHandle } from '../resize-handle.tsx';
import { nextSort, type Column, type Sort } from './column.ts';
import styles from './data-table.module.css';
import { pinClass } from './row-columns.ts';

export interface TableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort | null) => void) | undefined;
  readonly onResize: (key: string, width: number) => void;
  /** How many of the rows are selected; undefined when rows cannot be. */
  readonly selected: 'none' | 'some' | 'all' | undefined;
  /** Name of the box that selects all rows. */
  readonly selectAllLabel: string;
  readonly onToggleAll: () => void;
}

function TableHeaderView<Row>({ columns, sort, onSort, onResize, selected, selectAllLabel, onToggleAll }: TableHeaderProps<Row>) {
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      {selected === undefined ? null : (
        <div role="columnheader" className={`${styles.box} ${styles.pinned}`}>
          <input
            type="checkbox"
            aria-label={selectAllLabel}
            checked={selected === 'all'}
            ref={(box) => {
              if (box !== null) box.indeterminate = selected === 'some';
            }}
            onChange={onToggleAll}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <HeaderCell key={column.key} column={column} index={index} selectable={selected !== undefined} sort={sort} onSort={onSort} onResize={onResize} />
      ))}
    </div>
  );
}

/** The line of titles; drawn anew only when a title, a width or the order changed. */
export const TableHeader = memo(TableHeaderView) as typeof TableHeaderView;

interface HeaderCellProps<Row> extends Pick<TableHeaderProps<Row>, 'sort' | 'onSort' | 'onResize'> {
  readonly column: Column<Row>;
  readonly index: number;
  readonly selectable: boolean;
}

function HeaderCell<Row>({ column, index, selectable, sort, onSort, onResize }: HeaderCellProps<Row>) {
  const { t } = useTranslation('ui');
  const direction = sort?.field === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const canSort = column.sortable === true && onSort !== undefined;
  return (
    <div
      role="columnheader"
      aria-label={column.title}
      className={`${styles.headCell} ${column.align === 'right' ? styles.right : ''} ${direction === undefined ? '' : styles.sorted}${pinClass(index, selectable)}`}
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
