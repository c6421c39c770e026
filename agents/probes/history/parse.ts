import { HOURS_OF_WEEK, METRICS, type Metric, type MetricHistory, type UtilisationHistory } from '../../../shared/model/utilisation.ts';
import { FieldReader } from '../field-reader.ts';
import { readCount, readNumber } from '../read-number.ts';

const METRIC_NAMES = new Map<string, Metric>(METRICS.map((metric) => [metric, metric]));
const LAST_SECOND = 253_402_300_799;
const MAX_RATIO_BIN = 200;
const MAX_RATE_BIN = 5000;
const COLON = 58;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The fields after the first word of a line. */
function fieldsOf(line: string): FieldReader {
  return new FieldReader(line, line.indexOf(' ') + 1);
}

function parseBins(line: string | undefined, last: number): [number, number][] | undefined {
  const bins: [number, number][] = [];
  if (line === undefined) return bins;
  const fields = fieldsOf(line);
  let former = -1;
  while (fields.next(COLON)) {
    const bin = fields.count();
    const count = fields.next() ? fields.count() : undefined;
    if (bin === undefined || count === undefined || count === 0 || bin > last || bin <= former) return undefined;
    bins.push([bin, count]);
    former = bin;
  }
  return bins;
}

function perHour<T>(line: string | undefined, read: (fields: FieldReader) => T | undefined): T[] | undefined {
  if (line === undefined) return undefined;
  const fields = fieldsOf(line);
  const values: T[] = [];
  while (fields.next()) {
    const value = read(fields);
    if (value === undefined || values.length === HOURS_OF_WEEK) return undefined;
    values.push(value);
  }
  return values.length === HOURS_OF_WEEK ? values : undefined;
}
const numberOrNull = (fields: FieldReader): number | null | undefined => (fields.isDash() ? null : fields.number());
const countOf = (fields: FieldReader): number | undefined => fields.count();

function parseDay(line: string): [string, number, number] | undefined {
  const fields = fieldsOf(line);
  const day = fields.next() ? fields.text() : '';
  const mean = fields.next() ? fields.number() : undefined;
  const highest = fields.next() ? fields.number() : undefined;
  return DAY.test(day) && mean !== undefined && highest !== undefined ? [day, mean, highest] : undefined;
}

/** The first line of each word, and all days. */
function sortLines(lines: readonly string[]): { first: ReadonlyMap<string, string>; daily: [string, number, number][] } {
  const first = new Map<string, string>();
  const daily: [string, number, number][] = [];
  for (const line of lines) {
    const day = line.startsWith('day ') ? parseDay(line) : undefined;
    if (day) daily.push(day);
    const word = line.slice(0, Math.max(0, line.indexOf(' ')));
    if (!first.has(word)) first.set(word, line);
  }
  return { first, daily };
}

/** One metric's lines, from `metric` up to the next; undefined unless every part is there and agrees with the count. */
function parseMetric(lines: readonly string[]): MetricHistory | undefined {
  const { first, daily } = sortLines(lines);
  const [, name = '', samples, max, sum] = first.get('metric')?.split(' ') ?? [];
  const metric = METRIC_NAMES.get(name);
  if (metric === undefined) return undefined;
  const sampleCount = readCount(samples);
  const [maximum, total] = [readNumber(max), readNumber(sum)];
  const bins = parseBins(first.get('bins'), metric.endsWith('Ratio') ? MAX_RATIO_BIN : MAX_RATE_BIN);
  const hourOfWeekMean = perHour(first.get('hour-mean'), numberOrNull);
  const hourOfWeekMax = perHour(first.get('hour-max'), numberOrNull);
  const hourOfWeekCount = perHour(first.get('hour-count'), countOf);
  if (sampleCount === undefined || maximum === undefined || total === undefined || !bins || !hourOfWeekMean || !hourOfWeekMax || !hourOfWeekCount) return undefined;
  if (bins.reduce((all, [, count]) => all + count, 0) !== sampleCount) return undefined;
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
