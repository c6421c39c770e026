import { HOURS_OF_WEEK, type MetricHistory } from '../../../../../shared/model/utilisation.ts';

export type WeekStatistic = 'mean' | 'max';

export interface HeatCell {
  /** 0 = Monday … 6 = Sunday, in the host's UTC time. */
  readonly day: number;
  readonly hour: number;
  /** null where no sample fell into that hour. */
  readonly value: number | null;
  readonly sampleCount: number;
}

/** The 168 hours of the week as cells, Monday 00:00 first. */
export function weekHeat(history: MetricHistory, statistic: WeekStatistic): readonly HeatCell[] {
  const values = statistic === 'mean' ? history.hourOfWeekMean : history.hourOfWeekMax;
  return Array.from({ length: HOURS_OF_WEEK }, (_unused, index) => ({ day: Math.floor(index / 24), hour: index % 24, value: values[index] ?? null, sampleCount: history.hourOfWeekCount[index] ?? 0 }));
}

/** The busiest hour, for the chart's title; undefined without samples. The earliest wins a tie. */
export function busiestHour(cells: readonly HeatCell[]): HeatCell | undefined {
  let best: HeatCell | undefined;
  for (const cell of cells) {
    if (cell.value !== null && (best === undefined || best.value === null || cell.value > best.value)) best = cell;
  }
  return best;
}

/** Hours of the week with at least one sample, out of 168. */
export function coveredHours(cells: readonly HeatCell[]): number {
  return cells.filter((cell) => cell.sampleCount > 0).length;
}
