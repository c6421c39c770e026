import { dateFromDayNumber } from '../../kernel/calendar-date.ts';
import { instantOf } from '../../kernel/instant.ts';
import { HOURS_OF_WEEK, METRICS, type DayDistribution, type Metric, type MetricDay, type MetricHistory, type UtilisationHistory } from '../../model/utilisation.ts';
import { binOf, mergeBins } from './histogram-bins.ts';

/** One mean over an interval that ended at `atMs` (milliseconds since 1970). */
export interface TimedSample {
  readonly atMs: number;
  readonly intervalSeconds: number;
  readonly values: Readonly<Partial<Record<Metric, number>>>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
type Kind = Pick<DayDistribution, 'source' | 'statistic' | 'intervalSeconds'>;
type HourPart = MetricDay['hours'][number];

/** Hour of the week in UTC: 0 is Monday 00:00. */
export function hourOfWeek(atMs: number): number {
  const day = Math.floor(atMs / DAY_MS);
  return ((day + 3) % 7) * 24 + Math.floor((atMs - day * DAY_MS) / HOUR_MS);
}

function middleOf({ atMs, intervalSeconds }: TimedSample): number {
  return atMs - intervalSeconds * 500;
}

function mergeHours(parts: readonly (readonly HourPart[])[]): HourPart[] {
  const hours = new Map<number, HourPart>();
  for (const [hour, count, sum, max] of parts.flat()) {
    const known = hours.get(hour);
    hours.set(hour, known ? [hour, known[1] + count, known[2] + sum, Math.max(known[3], max)] : [hour, count, sum, max]);
  }
  return [...hours.values()].sort((left, right) => left[0] - right[0]);
}

function foldMetric(metric: Metric, samples: readonly TimedSample[]): MetricDay[] {
  const seen = samples.flatMap((sample) => (sample.values[metric] === undefined ? [] : [{ hour: hourOfWeek(middleOf(sample)), value: sample.values[metric] }]));
  if (seen.length === 0) return [];
  const counts = new Map<number, number>();
  for (const { value } of seen) counts.set(binOf(metric, value), (counts.get(binOf(metric, value)) ?? 0) + 1);
  return [{
    metric,
    sampleCount: seen.length,
    bins: [...counts].sort((left, right) => left[0] - right[0]),
    max: seen.reduce((max, { value }) => Math.max(max, value), 0),
    sum: seen.reduce((sum, { value }) => sum + value, 0),
    hours: mergeHours(seen.map(({ hour, value }) => [[hour, 1, value, value] as HourPart])),
  }];
}

/**
 * Samples as one distribution for each UTC day. A sample whose interval is not about the nominal one (half to twice) is another
 * kind of mean and is left out: never mix them.
 */
export function foldSamples(samples: readonly TimedSample[], kind: Kind): DayDistribution[] {
  const alike = samples.filter(({ intervalSeconds }) => intervalSeconds >= kind.intervalSeconds / 2 && intervalSeconds <= kind.intervalSeconds * 2);
  const days = Map.groupBy(alike, (sample) => Math.floor(middleOf(sample) / DAY_MS));
  return [...days].sort(([left], [right]) => left - right).map(([day, ofDay]) => ({
    ...kind,
    day: dateFromDayNumber(day),
    from: instantOf(ofDay.reduce((first, sample) => Math.min(first, sample.atMs - sample.intervalSeconds * 1000), Number.POSITIVE_INFINITY)),
    to: instantOf(ofDay.reduce((last, sample) => Math.max(last, sample.atMs), 0)),
    metrics: METRICS.flatMap((metric) => foldMetric(metric, ofDay)),
  }));
}

function mergeMetric(metric: Metric, parts: readonly DayDistribution[]): MetricDay[] {
  const found = parts.flatMap((part) => part.metrics.filter((each) => each.metric === metric));
  if (found.length === 0) return [];
  return [{
    metric,
    sampleCount: found.reduce((sum, each) => sum + each.sampleCount, 0),
    bins: mergeBins(found.map((each) => each.bins)),
    max: found.reduce((max, each) => Math.max(max, each.max), 0),
    sum: found.reduce((sum, each) => sum + each.sum, 0),
    hours: mergeHours(found.map((each) => each.hours)),
  }];
}

const isAlike = (left: Kind, right: Kind): boolean => left.source === right.source && left.statistic === right.statistic && left.intervalSeconds === right.intervalSeconds;

/** Adds up parts of one day; the order of the parts has no influence. Throws RangeError when they are not of one kind and day. */
export function mergeDay(parts: readonly [DayDistribution, ...DayDistribution[]]): DayDistribution {
  const [first] = parts;
  if (parts.some((part) => part.day !== first.day || !isAlike(part, first))) throw new RangeError('Distributions of different days or kinds do not add up');
  return {
    day: first.day, source: first.source, statistic: first.statistic, intervalSeconds: first.intervalSeconds,
    from: parts.reduce((from, part) => (part.from < from ? part.from : from), first.from),
    to: parts.reduce((to, part) => (part.to > to ? part.to : to), first.to),
    metrics: METRICS.flatMap((metric) => mergeMetric(metric, parts)),
  };
}

function historyOfMetric(metric: Metric, days: readonly DayDistribution[]): MetricHistory[] {
  const [whole] = mergeMetric(metric, days);
  if (!whole) return [];
  const hours = new Map(whole.hours.map((part) => [part[0], part]));
  const perHour = <T>(read: (part: HourPart | undefined) => T): T[] => Array.from({ length: HOURS_OF_WEEK }, (_, hour) => read(hours.get(hour)));
  const byDay = Map.groupBy(days.flatMap(({ day, metrics }) => metrics.filter((each) => each.metric === metric).map((each) => ({ day, ...each }))), (each) => each.day);
  return [{
    metric,
    sampleCount: whole.sampleCount,
    bins: whole.bins,
    max: whole.max,
    sum: whole.sum,
    hourOfWeekMean: perHour((part) => (part ? part[2] / part[1] : null)),
    hourOfWeekMax: perHour((part) => (part ? part[3] : null)),
    hourOfWeekCount: perHour((part) => part?.[1] ?? 0),
    daily: [...byDay].sort(([left], [right]) => (left < right ? -1 : 1)).map(([day, parts]): [string, number, number] => [
      day,
      parts.reduce((sum, each) => sum + each.sum, 0) / parts.reduce((sum, each) => sum + each.sampleCount, 0),
      parts.reduce((max, each) => Math.max(max, each.max), 0),
    ]),
  }];
}

/** Days as one history, as `buildServerProfile` reads it; undefined when there is none. Throws RangeError when they are of different kinds. */
export function historyOfDays(days: readonly DayDistribution[]): UtilisationHistory | undefined {
  const [first] = days;
  if (!first) return undefined;
  if (days.some((day) => !isAlike(day, first))) throw new RangeError('Distributions of different kinds do not add up');
  return {
    source: first.source, statistic: first.statistic, intervalSeconds: first.intervalSeconds,
    from: days.reduce((from, day) => (day.from < from ? day.from : from), first.from),
    to: days.reduce((to, day) => (day.to > to ? day.to : to), first.to),
    metrics: METRICS.flatMap((metric) => historyOfMetric(metric, days)),
  };
}
