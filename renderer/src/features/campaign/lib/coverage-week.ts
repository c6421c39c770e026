import { HOURS_OF_WEEK } from '../../../../../shared/model/utilisation.ts';

export interface CoverageCell {
  /** 0 = Monday … 6 = Sunday on the viewer's clock. */
  readonly day: number;
  readonly hour: number;
  /** Share of the servers with samples in that hour; null where none has any. */
  readonly share: number | null;
  readonly samples: number;
}

/** The week on a clock `offsetMinutes` ahead of UTC, Monday 00:00 first; minutes beyond whole hours stay in the cells' begin. */
export function coverageWeek(cells: readonly { readonly servers: number; readonly samples: number }[], servers: number, offsetMinutes: number): readonly CoverageCell[] {
  const turn = Math.floor(offsetMinutes / 60);
  return Array.from({ length: HOURS_OF_WEEK }, (_unused, index) => {
    const cell = cells[(((index - turn) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK];
    const share = cell === undefined || cell.servers === 0 || servers === 0 ? null : Math.min(1, cell.servers / servers);
    return { day: Math.floor(index / 24), hour: index % 24, share, samples: cell?.samples ?? 0 };
  });
}

/** Hours of the week in which at least one server has samples. */
export function coveredHours(cells: readonly CoverageCell[]): number {
  return cells.filter((cell) => cell.share !== null).length;
}
