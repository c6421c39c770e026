import { useCallback, type KeyboardEvent } from 'react';

export interface TableKeysOptions {
  readonly total: number;
  readonly cursor: number;
  /** Rows that fit on the screen now. */
  readonly pageRows: () => number;
  readonly moveTo: (index: number) => void;
  readonly open: (index: number) => void;
  readonly toggle: ((index: number, range: boolean) => void) | undefined;
  readonly selectAll: (() => void) | undefined;
  readonly clear: (() => void) | undefined;
  readonly copy: () => void;
}

function targetOf(key: string, { cursor, pageRows, total }: TableKeysOptions): number | undefined {
  switch (key) {
    case 'ArrowDown': return cursor + 1;
    case 'ArrowUp': return cursor - 1;
    case 'PageDown': return cursor + pageRows();
    case 'PageUp': return cursor - pageRows();
    case 'Home': return 0;
    case 'End': return total - 1;
    default: return undefined;
  }
}

/** Arrows, page keys, Home, End; Space selects, Shift+Arrow extends, Enter opens, Ctrl+A all, Ctrl+C copies, Escape clears. */
export function useTableKeys(options: TableKeysOptions): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.target !== event.currentTarget || options.total === 0) return;
      const target = targetOf(event.key, options);
      const chord = event.ctrlKey || event.metaKey;
      if (target !== undefined) {
        const next = Math.min(options.total - 1, Math.max(0, target));
        options.moveTo(next);
        if (event.shiftKey) options.toggle?.(next, true);
      } else if (event.key === ' ') options.toggle?.(options.cursor, event.shiftKey);
      else if (event.key === 'Enter') options.open(options.cursor);
      else if (chord && event.key.toLowerCase() === 'a') options.selectAll?.();
      else if (chord && event.key.toLowerCase() === 'c') options.copy();
      else if (event.key === 'Escape' && options.clear !== undefined) options.clear();
      else return;
      event.preventDefault();
    },
    [options],
  );
}
