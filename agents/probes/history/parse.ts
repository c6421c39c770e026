import { HOURS_OF_WEEK, METRICS, type Metric, type MetricHistory, type UtilisationHistory } from '../../../shared/model/utilisation.ts';
import { readCount, readNumber } from '../read-number.ts';

const METRIC_NAMES = new Map<string, Metric>(METRICS.map((metric) => [metric, metric]));
const LAST_SECOND = 253_402_300_799;
const MAX_RATIO_BIN = 200;
const MAX_RATE_BIN = 5000;

function parseBins(fields: readonly string[], last: number): [number, number][] | undefined {
  const bins: [number, number][] = [];
  for (const field of fields) {
    const colon = field.indexOf(':');
    const [bin, count] = [readCount(field.slice(0, colon)), readCount(field.slice(colon + 1))];
    if (colon < 0 || bin === undefined || count === undefined || count === 0 || bin > last || bin <= (bins.at(-1)?.[0] ?? -1)) return undefined;
    bins.push([bin, count]);
  }
  return bins;
}

function perHour<T>(fields: readonly string[], read: (text: string) => T | undefined): T[] | undefined {
  const values = fields.map((field) => read(field));
  return values.length === HOURS_OF_WEEK && values.every((value) => value !== undefined) ? values : undefined;
}
const numberOrNull = (text: string): number | null | undefined => (text === '-' ? null : readNumber(text));

/** One metric's lines, from `metric` up to the next; undefined unless every part is there and agrees with the count. */
function parseMetric(lines: readonly string[]): MetricHistory | undefined {
  const part = (word: string): string[] | undefined => {
    const start = `${word} `;
    return lines.find((line) => line.startsWith(start))?.slice(start.length).split(' ');
  };
  const [name = '', samples, max, sum] = part('metric') ?? [];
  const metric = METRIC_NAMES.get(name);
  if (metric === undefined) return undefined;
  const sampleCount = readCount(samples);
  const [maximum, total] = [readNumber(max), readNumber(sum)];
  const bins = parseBins(part('bins') ?? [], metric.endsWith('Ratio') ? MAX_RATIO_BIN : MAX_RATE_BIN);
  const hourOfWeekMean = perHour(part('hour-mean') ?? [], numberOrNull);
  const hourOfWeekMax = perHour(part('hour-max') ?? [], numberOrNull);
  const hourOfWeekCount = perHour(part('hour-count') ?? [], readCount);
  if (sampleCount === undefined || maximum === undefined || total === undefined || !bins || !hourOfWeekMean || !hourOfWeekMax || !hourOfWeekCount) return undefined;
  if (bins.reduce((all, [, count]) => all + count, 0) !== sampleCount) return undefined;
  const daily = lines.filter((line) => line.startsWith('day ')).flatMap((line): [string, number, number][] => {
    const [, day = '', mean, highest] = line.split(' ');
    const [meanValue, maxValue] = [readNumber(mean), readNumber(highest)];
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && meanValue !== undefined && maxValue !== undefined ? [[day, meanValue, maxValue]] : [];
  });
  return { metric, sampleCount, bins, max: maximum, sum: total, hourOfWeekMean, hourOfWeekMax, hourOfWeekCount, daily };
}

export function parseHistory(lines: readonly string[]): UtilisationHistory | undefined {
  const starts = lines.flatMap((line, index) => (line.startsWith('metric ') ? [index] : []));
  const head = new Map(lines.slice(0, starts[0] ?? 0).map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1]]));
  const [interval, from, to] = [readNumber(head.get('interval')), readCount(head.get('from')), readCount(head.get('to'))];
  if (head.get('source') !== 'sysstat' || interval === undefined || interval <= 0 || from === undefined || to === undefined || to < from || to > LAST_SECOND) return undefined;
  const metrics = starts.flatMap((start, index) => parseMetric(lines.slice(start, starts[index + 1])) ?? []);
  const unique = [...new Map(metrics.map((each) => [each.metric, each])).values()];
  if (unique.length === 0) return undefined;
  return { source: 'sysstat', statistic: 'interval-mean', intervalSeconds: interval, from: new Date(from * 1000).toISOString(), to: new Date(to * 1000).toISOString(), metrics: unique };
}
