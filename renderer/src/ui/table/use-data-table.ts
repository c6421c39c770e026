import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useStableCallback } from '../use-stable-callback.ts';
import type { DataTableProps } from './data-table-props.ts';
import type { RowSource } from './row-source.ts';
import { NO_SELECTION } from './selection.ts';
import { useCopyRows } from './use-copy-rows.ts';
import { useRowHeight } from './use-row-height.ts';
import { useSelection } from './use-selection.ts';
import { useTableKeys } from './use-table-keys.ts';

const NOTHING = (): void => undefined;
const OVERSCAN = 8;
/** Heights of the sticky head and foot, so that a row scrolled to is not hidden by them. */
const [HEAD_PX, FOOT_PX] = [32, 40];

/** What moves in a table: scrolling, cursor, selection, keys, copying. The handlers it gives stay the same for ever. */
export function useDataTable<Row>({ columns, rows, idOf, selection = NO_SELECTION, onSelect, onActivate, onOpen }: DataTableProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const rowHeight = useRowHeight(scroll);
  const selectable = onSelect !== undefined;
  const virtual = useVirtualizer({ count: rows.total, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: OVERSCAN, scrollPaddingStart: HEAD_PX, scrollPaddingEnd: FOOT_PX });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { show } = rows;
  useEffect(() => show(from, to), [show, from, to]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const select = useSelection(rows, idOf, selection, onSelect ?? NOTHING);
  const copy = useCopyRows(rows, columns.shown, idOf, selection, cursor);
  const activate = (index: number): void => withRow(rows, index, onActivate ?? onOpen);
  const open = useStableCallback((index: number | undefined) => withRow(rows, index, onOpen ?? onActivate));
  const moveTo = (index: number): void => {
    setCursor(index);
    virtual.scrollToIndex(index);
  };
  const pageRows = (): number => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
  const onKeyDown: (event: KeyboardEvent) => void = useTableKeys({ total: rows.total, cursor, pageRows, open: activate, copy, moveTo, toggle: selectable ? select.toggle : undefined, selectAll: selectable ? select.toggleAll : undefined, clear: selection.ids.size > 0 ? select.clear : undefined });
  const onClick = useStableCallback((index: number | undefined, event: MouseEvent) => {
    if (index === undefined) return;
    setCursor(index);
    scroll.current?.focus({ preventScroll: true });
    if (selectable && (event.shiftKey || event.ctrlKey || event.metaKey)) select.toggle(index, event.shiftKey);
    else activate(index);
  });
  /** Lines that can stand in the window at once: as many are kept and used again. */
  const slots = Math.ceil((virtual.scrollRect?.height ?? 0) / rowHeight) + 1 + 2 * OVERSCAN;
  return { scroll, cursor, selectable, items, isScrolling: virtual.isScrolling, slots: Math.max(slots, items.length), height: virtual.getTotalSize(), select, copy, open, onKeyDown, onClick };
}

function withRow<Row>(rows: RowSource<Row>, index: number | undefined, use: ((row: Row) => void) | undefined): void {
  const row = index === undefined ? undefined : rows.rowAt(index);
  if (row !== undefined) use?.(row);
}
