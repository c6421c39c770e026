import { useStableCallback } from '../use-stable-callback.ts';
import type { RowSource } from './row-source.ts';
import { addRange, NO_SELECTION, rangeTo, toggleOne, type Selection } from './selection.ts';

export interface SelectionControl {
  readonly toggle: (index: number, range: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Selecting single rows, ranges (over rows that are not loaded yet, too) and all. */
export function useSelection<Row>(rows: RowSource<Row>, idOf: (row: Row) => string, selection: Selection, onSelect: (selection: Selection) => void): SelectionControl {
  const toggle = useStableCallback((index: number, range: boolean) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    if (!range || selection.anchor === null) return onSelect(toggleOne(selection, idOf(row), index));
    const [from, to] = rangeTo(selection, index);
    void rows.load(from, to).then((loaded) => onSelect(addRange(selection, loaded.map(idOf))));
  });
  const toggleAll = useStableCallback(() => {
    if (selection.ids.size >= rows.total) return onSelect(NO_SELECTION);
    void rows.load(0, rows.total - 1).then((loaded) => onSelect({ ids: new Set(loaded.map(idOf)), anchor: null }));
  });
  const clear = useStableCallback(() => onSelect(NO_SELECTION));
  return { toggle, toggleAll, clear };
}
