import type { CSSProperties, ReactNode } from 'react';

type Gap = 0 | 1 | 2 | 3 | 4 | 6 | 8;
const gapOf = (gap: Gap): string | number => (gap === 0 ? 0 : `var(--space-${gap})`);

export interface StackProps {
  readonly children: ReactNode;
  /** In steps of 4 px. */
  readonly gap?: Gap;
  readonly align?: CSSProperties['alignItems'];
  readonly grow?: boolean;
}

/** Things under each other. */
export function Stack({ children, gap = 3, align, grow = false }: StackProps) {
  return <div style={{ display: 'flex', flexDirection: 'column', gap: gapOf(gap), alignItems: align, minWidth: 0, ...(grow ? { flex: 1, minHeight: 0 } : {}) }}>{children}</div>;
}

export interface RowProps extends StackProps {
  readonly justify?: CSSProperties['justifyContent'];
  readonly wrap?: boolean;
}

/** Things beside each other. */
export function Row({ children, gap = 2, align = 'center', justify, wrap = false, grow = false }: RowProps) {
  return <div style={{ display: 'flex', gap: gapOf(gap), alignItems: align, justifyContent: justify, flexWrap: wrap ? 'wrap' : 'nowrap', minWidth: 0, ...(grow ? { flex: 1 } : {}) }}>{children}</div>;
}

export interface ColumnsProps {
  readonly children: ReactNode;
  /** Columns become as many as fit with at least this width in px. */
  readonly minWidth?: number;
  readonly gap?: Gap;
}

/** Equal columns that fold by themselves on a narrow screen. */
export function Columns({ children, minWidth = 240, gap = 4 }: ColumnsProps) {
  return <div style={{ display: 'grid', gap: gapOf(gap), gridTemplateColumns: `repeat(auto-fill, minmax(min(${minWidth}px, 100%), 1fr))` }}>{children}</div>;
}
