import { HOURS_OF_WEEK, type MetricHistory } from '../../../../../shared/model/utilisation.ts';

export type WeekStatistic = 'mean' | 'max';

export interface HeatCell {
  /** 0 = Monday … 6 = Sunday, in the zone of the heat map. */
  readonly day: number;
  readonly hour: number;
  /** null where no sample fell into that hour. */
  readonly value: number | null;
  readonly sampleCount: number;
}

/** A clock at a fixed distance from UTC; whose it is decides how far the hours of a host can be trusted. */
export interface HeatZone {
  readonly of: 'host' | 'viewer';
  readonly offsetMinutes: number;
}

/** The host's own zone when its offset (`+0800`, as `date +%z` writes it) is known, else the viewer's. */
export function heatZone(timezoneOffset: string | undefined, viewerOffsetMinutes: number): HeatZone {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(timezoneOffset ?? '');
  if (match === null) return { of: 'viewer', offsetMinutes: viewerOffsetMinutes };
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return { of: 'host', offsetMinutes: match[1] === '-' && minutes > 0 ? -minutes : minutes };
}

/** `UTC+08:00`. */
export function zoneText({ offsetMinutes }: HeatZone): string {
  const size = Math.abs(offsetMinutes);
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** When the hour of a cell begins on the zone's clock: `09:00`; `09:30` where the zone is off by half an hour. */
export function hourText(hour: number, { offsetMinutes }: HeatZone): string {
  return `${twoDigits(hour)}:${twoDigits(((offsetMinutes % 60) + 60) % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The 168 hours of the week as cells, Monday 00:00 of the zone first. The history counts in UTC; whole hours are turned, minutes beyond stay in the cells' begin. */
export function weekHeat(history: MetricHistory, statistic: WeekStatistic, { offsetMinutes }: Pick<HeatZone, 'offsetMinutes'>): readonly HeatCell[] {
  const values = statistic === 'mean' ? history.hourOfWeekMean : history.hourOfWeekMax;
  const turn = Math.floor(offsetMinutes / 60);
  return Array.from({ length: HOURS_OF_WEEK }, (_unused, index) => {
    const utc = (((index - turn) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;
    return { day: Math.floor(index / 24), hour: index % 24, value: values[utc] ?? null, sampleCount: history.hourOfWeekCount[utc] ?? 0 };
  });
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
