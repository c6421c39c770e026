import type { CSSProperties } from 'react';

const SELECT_WIDTH = 36;

interface Wide {
  readonly width: number;
}

export function tableWidth(columns: readonly Wide[], selectable: boolean): number {
  return columns.reduce((sum, column) => sum + column.width, selectable ? SELECT_WIDTH : 0);
}

/** The tracks that head, lines and foot are laid out on: one change of a width moves them all and draws none anew. */
export function tracksOf(columns: readonly Wide[], selectable: boolean): CSSProperties {
  const widths = columns.map((column) => `${column.width}px`).join(' ');
  return { '--tracks': selectable ? `${SELECT_WIDTH}px ${widths}` : widths, '--table-width': `${tableWidth(columns, selectable)}px` } as CSSProperties;
}
