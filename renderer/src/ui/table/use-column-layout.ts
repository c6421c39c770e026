import { useCallback, useMemo, useState } from 'react';
import { readRemembered, writeRemembered } from '../use-remembered.ts';
import type { Column } from './column.ts';
import { arrangeColumns, moveColumn, parseLayout, resizeColumn, STANDARD_LAYOUT, storeLayout, toggleColumn, type ColumnLayout } from './column-layout.ts';

export interface ColumnLayoutControl<Row> {
  readonly layout: ColumnLayout;
  readonly shown: readonly Column<Row>[];
  readonly toggle: (key: string) => void;
  readonly move: (key: string, step: -1 | 1) => void;
  readonly resize: (key: string, width: number) => void;
  readonly reset: () => void;
}

/** Columns as the user arranged them, remembered per table name. */
export function useColumnLayout<Row>(name: string, columns: readonly Column<Row>[]): ColumnLayoutControl<Row> {
  const key = `columns.${name}`;
  const [layout, setLayout] = useState(() => parseLayout(readRemembered(key)));
  const change = useCallback(
    (next: ColumnLayout) => {
      setLayout(next);
      writeRemembered(key, storeLayout(next));
    },
    [key],
  );
  const shown = useMemo(() => arrangeColumns(columns, layout), [columns, layout]);
  return {
    layout,
    shown,
    toggle: (column) => change(toggleColumn(columns, layout, column)),
    move: (column, step) => change(moveColumn(columns, layout, column, step)),
    resize: (column, width) => change(resizeColumn(layout, column, width)),
    reset: () => change(STANDARD_LAYOUT),
  };
}
