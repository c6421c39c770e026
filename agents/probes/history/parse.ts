import { HOURS_OF_WEEK, METRICS, type Metric, type MetricHistory, type UtilisationHistory } from '../../../shared/model/utilisation.ts';
import type { LoadArchive } from '../../../shared/model/load-archive.ts';
import { readCount, readNumber } from '../read-number.ts';
import { readCounts } from './read-counts.ts';
import { readCodes } from './read-codes.ts';

const METRIC_NAMES = new Map<string, Metric>(METRICS.map((metric) => [metric, metric]));
const LAST_SECOND = 253_402_300_799;
const MAX_RATIO_BIN = 200;
const MAX_RATE_BIN = 5000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const MAX_DAYS = 400;
/** Mean and maximum, each a code of two digits. */
const DAY_LENGTH = 4;

/** `first count count … 0 <empty bins> count …` as [bin, count] by rising bin; undefined unless it is whole. */
function parseBins(line: string | undefined, last: number): [number, number][] | undefined {
  const [first, ...counts] = readCounts(line?.slice('bins '.length) ?? '') ?? [];
  if (first === undefined) return undefined;
  const bins: [number, number][] = [];
  let bin = first;
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? 0;
    if (count === 0) {
      index += 1;
      bin += counts[index] ?? 0;
      continue;
    }
    if (bin > last) return undefined;
    bins.push([bin, count]);
    bin += 1;
  }
  return bins;
}

function perHour<T>(values: T[] | undefined): T[] | undefined {
  return values?.length === HOURS_OF_WEEK ? values : undefined;
}

/** Each metric names the same days: their texts are made once. */
function dayNames(): (day: number) => string {
  const names = new Map<number, string>();
  return (day) => {
    const known = names.get(day);
    if (known !== undefined) return known;
    const name = new Date(day * DAY_MS).toISOString().slice(0, 10);
    names.set(day, name);
    return name;
  };
}

function parseRun(run: string, metric: Metric, highest: number, nameOf: (day: number) => string): [string, number, number][] {
  const [first = '', codes = ''] = run.split(':');
  const start = DAY.test(first) ? Date.parse(`${first}T00:00:00Z`) / DAY_MS : Number.NaN;
  const values = codes.length % DAY_LENGTH === 0 && codes.length <= MAX_DAYS * DAY_LENGTH ? readCodes(codes, metric, highest) : undefined;
  if (Number.isNaN(start) || values === undefined) return [];
  const days: [string, number, number][] = [];
  for (let index = 0; index < values.length; index += 2) {
    const [mean, max] = [values[index], values[index + 1]];
    if (mean !== undefined && mean !== null && max !== undefined && max !== null) days.push([nameOf(start + index / 2), mean, max]);
  }
  return days;
}

/** One metric's lines, from `metric` up to the next; undefined unless every part is there and agrees with the count. */
function parseMetric(lines: readonly string[], countLine: string | undefined, nameOf: (day: number) => string): MetricHistory | undefined {
  const first = new Map(lines.map((line) => [line.slice(0, Math.max(0, line.indexOf(' '))), line]));
  const [, name = '', samples, max, sum] = first.get('metric')?.split(' ') ?? [];
  const metric = METRIC_NAMES.get(name);
  const sampleCount = readCount(samples);
  const [maximum, total] = [readNumber(max), readNumber(sum)];
  if (metric === undefined || sampleCount === undefined || maximum === undefined || total === undefined) return undefined;
  const bins = parseBins(first.get('bins'), metric.endsWith('Ratio') ? MAX_RATIO_BIN : MAX_RATE_BIN);
  const codes = (word: string): (number | null)[] | undefined => perHour(readCodes(first.get(word)?.slice(word.length + 1) ?? '', metric, maximum));
  const hourOfWeekMean = codes('hour-mean');
  const hourOfWeekMax = codes('hour-max');
  const hourOfWeekCount = perHour(readCounts(countLine?.slice('hour-count '.length) ?? ''));
  if (!bins || !hourOfWeekMean || !hourOfWeekMax || !hourOfWeekCount || bins.reduce((all, [, count]) => all + count, 0) !== sampleCount) return undefined;
  const daily = (first.get('days') ?? '').split(' ').slice(1).flatMap((run) => parseRun(run, metric, maximum, nameOf)).slice(0, MAX_DAYS);
  return { metric, sampleCount, bins, max: maximum, sum: total, hourOfWeekMean, hourOfWeekMax, hourOfWeekCount, daily };
}

export function parseHistory(lines: readonly string[]): UtilisationHistory | undefined {
  const starts = lines.flatMap((line, index) => (line.startsWith('metric ') ? [index] : []));
  const head = new Map(lines.slice(0, starts[0] ?? 0).map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1]]));
  const [interval, from, to] = [readNumber(head.get('interval')), readCount(head.get('from')), readCount(head.get('to'))];
  if (head.get('source') !== 'sysstat' || interval === undefined || interval <= 0 || from === undefined || to === undefined || to < from || to > LAST_SECOND) return undefined;
  const nameOf = dayNames();
  let countLine: string | undefined;
  const metrics = starts.flatMap((start, index) => {
    const part = lines.slice(start, starts[index + 1]);
    countLine = part.find((line) => line.startsWith('hour-count ')) ?? countLine;
    return parseMetric(part, countLine, nameOf) ?? [];
  });
  const unique = [...new Map(metrics.map((each) => [each.metric, each])).values()];
  if (unique.length === 0) return undefined;
  return { source: 'sysstat', statistic: 'interval-mean', intervalSeconds: interval, from: new Date(from * 1000).toISOString(), to: new Date(to * 1000).toISOString(), metrics: unique };
}

/** `20261123` → `2026-11-23` */
function readDay(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined;
}

/** The archives of other tools: which days they keep and how large they are. */
export function parseArchives(lines: readonly string[]): LoadArchive[] | undefined {
  const found = lines.filter((line) => line.startsWith('archive ')).flatMap((line): LoadArchive[] => {
    const [, tool, days, first, last, size] = line.split(' ');
    const [count, sizeBytes, from, to] = [readCount(days), readCount(size), readDay(first), readDay(last)];
    if ((tool !== 'atop' && tool !== 'pcp') || count === undefined || sizeBytes === undefined || from === undefined || to === undefined) return [];
    return [{ tool, days: count, from, to, sizeBytes }];
  });
  return found.length === 0 ? undefined : found.slice(0, 4);
}
