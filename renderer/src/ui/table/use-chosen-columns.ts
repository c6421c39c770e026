import { useMemo, useState } from 'react';
import { useStableCallback } from '../use-stable-callback.ts';
import { readRemembered, writeRemembered } from '../use-remembered.ts';
import { arrangeColumns, moveColumn, parseLayout, resizeColumn, storeLayout, toggleColumn, type ColumnLayout } from './column-layout.ts';
import type { Column } from './column.ts';
import type { ColumnLayoutControl } from './use-column-layout.ts';

/** Columns whose choice and order the screen holds (in its address); widths are remembered per table name. */
export function useChosenColumns<Row>(name: string, columns: readonly Column<Row>[], order: readonly string[], onOrder: (order: readonly string[] | null) => void): ColumnLayoutControl<Row> {
  const key = `widths.${name}`;
  const [stored, setStored] = useState(() => parseLayout(readRemembered(key)));
  const layout = useMemo<ColumnLayout>(() => ({ order, hidden: [], widths: stored.widths }), [order, stored]);
  const shown = useMemo(() => arrangeColumns(columns, layout), [columns, layout]);
  const resize = useStableCallback((column: string, width: number) => {
    const next = resizeColumn(stored, column, width);
    setStored(next);
    writeRemembered(key, storeLayout(next));
  });
  const toggle = useStableCallback((column: string) => onOrder(toggleColumn(columns, layout, column).order));
  const move = useStableCallback((column: string, step: -1 | 1) => onOrder(moveColumn(columns, layout, column, step).order));
  const reset = useStableCallback(() => onOrder(null));
  return useMemo(() => ({ layout, shown, resize, toggle, move, reset }), [layout, shown, resize, toggle, move, reset]);
}
