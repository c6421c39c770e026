import { useMemo, type MouseEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../use-kept.ts';
import type { DataTableProps } from './data-table-props.ts';
import styles from './data-table.module.css';
import { rowColumns, sameRowColumns } from './row-columns.ts';
import { NO_SELECTION } from './selection.ts';
import { TableRow, type RowWords } from './table-row.tsx';
import type { useDataTable } from './use-data-table.ts';

export interface TableBodyProps<Row> extends DataTableProps<Row> {
  readonly table: Omit<ReturnType<typeof useDataTable<Row>>, 'scroll'>;
  readonly printing: boolean;
}

const lineOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[aria-rowindex]') : null);

/** Index of the line under the pointer; undefined on the box that selects it, which has its own meaning. */
function indexOf({ target }: MouseEvent): number | undefined {
  const line = lineOf(target);
  return line === null || (target instanceof Element && target.closest(`.${styles.box}`) !== null) ? undefined : Number(line.getAttribute('aria-rowindex')) - 2;
}

/** A text that does not fit its cell is shown whole under the resting pointer. */
function showCutText({ target }: PointerEvent): void {
  if (target instanceof HTMLElement && target.classList.contains(styles.textCell ?? '') && target.scrollWidth > target.clientWidth) target.title = target.textContent;
}

function hideCutText({ target }: PointerEvent): void {
  if (target instanceof HTMLElement && target.classList.contains(styles.textCell ?? '')) target.removeAttribute('title');
}

/** The lines on the screen. A line that leaves it at one end is used again at the other. */
export function TableBody<Row>({ table, printing, rows, columns, idOf, selection = NO_SELECTION, activeId }: TableBodyProps<Row>) {
  const { t } = useTranslation('ui');
  const { selectable, onClick, open } = table;
  const looks = useKept(useMemo(() => rowColumns(columns.shown, selectable), [columns.shown, selectable]), sameRowColumns);
  const words = useMemo((): RowWords => ({ select: (row) => t('table.selectRow', { row }), unloaded: t('table.unloaded') }), [t]);
  // Paper has no window: all rows that have been read are printed, and it is said when there are more.
  const items = printing ? Array.from({ length: rows.total }, (_unused, index) => ({ index, start: 0 })).filter(({ index }) => rows.rowAt(index) !== undefined) : table.items;
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={{ height: table.height }}
      onClick={(event) => onClick(indexOf(event), event)}
      onDoubleClick={(event) => open(indexOf(event))}
      onPointerOver={showCutText}
      onPointerOut={hideCutText}
    >
      {printing && items.length < rows.total ? <p>{t('table.printed', { shown: items.length, total: rows.total })}</p> : null}
      {(table.isScrolling ? [...items].sort((one, other) => (one.index % table.slots) - (other.index % table.slots)) : items).map(({ index, start }) => {
        const row = rows.rowAt(index);
        const id = row === undefined ? undefined : idOf(row);
        return (
          <TableRow
            key={printing ? index : index % table.slots}
            row={row}
            index={index}
            top={start}
            columns={looks}
            words={words}
            selectable={selectable}
            selected={id !== undefined && selection.ids.has(id)}
            active={id !== undefined && id === activeId}
            cursor={index === table.cursor}
            onToggle={table.select.toggle}
          />
        );
      })}
    </div>
  );
}
