import type { GanttRow } from './gantt-layout.ts';
import { moveSteps } from './move-options.ts';

/** What a key does to the schedule. */
export type GanttDeed =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold'; readonly waveIndex: number }
  | { readonly kind: 'move'; readonly systemId: string; readonly waveIndex: number }
  | { readonly kind: 'open'; readonly systemId: string };

export interface GanttKeys {
  readonly rows: readonly GanttRow[];
  /** Index of the row the keyboard is on. */
  readonly cursor: number;
  readonly folded: ReadonlySet<number>;
  readonly waveIndexes: readonly number[];
}

const PAGE_ROWS = 20;

/** Up, down, page and ends go; left and right fold a wave, with Alt they move a system; Enter opens it. undefined: a key of someone else. */
export function ganttDeed(press: { readonly key: string; readonly altKey: boolean }, { rows, cursor, folded, waveIndexes }: GanttKeys): GanttDeed | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, Home: 0, End: rows.length - 1, PageDown: cursor + PAGE_ROWS, PageUp: cursor - PAGE_ROWS };
  const row = rows[cursor];
  const index = steps[press.key];
  if (index !== undefined) return { kind: 'go', index };
  if (row === undefined) return undefined;
  if (press.key === 'ArrowLeft' || press.key === 'ArrowRight') return sidewards(row, press.key === 'ArrowLeft', press.altKey, folded, waveIndexes);
  return press.key === 'Enter' && row.kind === 'system' ? { kind: 'open', systemId: row.item.id } : undefined;
}

function sidewards(row: GanttRow, left: boolean, altKey: boolean, folded: ReadonlySet<number>, waveIndexes: readonly number[]): GanttDeed | undefined {
  // Left folds an open wave, right opens a folded one; the other way round there is nothing to do.
  if (row.kind === 'wave') return folded.has(row.wave.index) === left ? undefined : { kind: 'fold', waveIndex: row.wave.index };
  if (!altKey) return undefined;
  const { earlier, later } = moveSteps(waveIndexes, row.assignment.waveIndex);
  const waveIndex = left ? earlier : later;
  return waveIndex === null ? undefined : { kind: 'move', systemId: row.item.id, waveIndex };
}
