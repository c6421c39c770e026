import { HOURS_OF_WEEK, type Metric } from '../../../shared/model/utilisation.ts';
import type { HostView } from '../host-view.ts';
import { type HistorySamples, loadHistory } from '../load-history.ts';
import { awkNumber } from './awk-number.ts';

const DAY_SECONDS = 86_400;
const RATIO_BIN = 0.005;
const LOG_RATE_BASE = Math.log(1.02);

/** agents/probes/history: what awk makes of sadf's rows, folded to histograms, hours of the week and days. */
export function renderHistory({ server, nowSeconds }: HostView): string[] {
  const samples = loadHistory(server, nowSeconds);
  if (samples === undefined) return ['source none'];
  return [
    'source sysstat', `interval ${samples.intervalSeconds}`, `from ${samples.fromSeconds}`, `to ${samples.toSeconds}`,
    ...[...samples.values].flatMap(([metric, values]) => renderMetric(metric, values, samples)),
  ];
}

interface Cell { count: number; sum: number; max: number }

function renderMetric(metric: Metric, values: Float64Array, { at }: HistorySamples): string[] {
  const ratio = metric.endsWith('Ratio');
  const bins: number[] = [];
  const hours = Array.from({ length: HOURS_OF_WEEK }, (): Cell => ({ count: 0, sum: 0, max: 0 }));
  const days = new Map<number, Cell>();
  const whole: Cell = { count: 0, sum: 0, max: 0 };
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const moment = at[index] ?? 0;
    const day = Math.floor(moment / DAY_SECONDS);
    const bin = ratio ? Math.floor(value / RATIO_BIN + 1e-9) : rateBin(value);
    bins[bin] = (bins[bin] ?? 0) + 1;
    add(whole, value);
    add(hours[((day + 3) % 7) * 24 + Math.floor((moment % DAY_SECONDS) / 3600)] ?? whole, value);
    let ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, (ofDay = { count: 0, sum: 0, max: 0 }));
    add(ofDay, value);
  }
  const code = (value: number): string => (ratio ? Math.floor(value * 1000 + 0.5) : rateBin(value)).toString(36).padStart(2, '0');
  const counts = `hour-count ${hours.map(({ count }) => count).join(' ')}`;
  return [
    `metric ${metric} ${whole.count} ${awkNumber(whole.max, 6)} ${awkNumber(whole.sum, 9)}`,
    `bins ${binText(bins)}`,
    `hour-mean ${hours.map(({ count, sum }) => (count === 0 ? '--' : code(sum / count))).join('')}`,
    `hour-max ${hours.map(({ count, max }) => (count === 0 ? '--' : code(max))).join('')}`,
    ...(metric === 'cpuRatio' ? [counts] : []),
    `days ${[...days].map(([day, { count, sum, max }], index, all) => `${day === (all[index - 1]?.[0] ?? Number.NaN) + 1 ? '' : `${index === 0 ? '' : ' '}${new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)}:`}${code(sum / count)}${code(max)}`).join('')}`,
  ];
}

/** First bin, then counts; "0 <n>" for n empty bins. */
function binText(bins: readonly number[]): string {
  const words: number[] = [];
  let following = -1;
  bins.forEach((count, bin) => {
    if (following < 0) words.push(bin);
    else if (bin > following) words.push(0, bin - following);
    words.push(count);
    following = bin + 1;
  });
  return words.join(' ');
}

function add(cell: Cell, value: number): void {
  cell.count += 1;
  cell.sum += value;
  if (value > cell.max) cell.max = value;
}

/** Bin k holds (1.02^(k-1), 1.02^k], bin 0 holds [0, 1]. */
function rateBin(value: number): number {
  if (value <= 1) return 0;
  const exact = Math.log(value) / LOG_RATE_BASE;
  const floor = Math.floor(exact);
  return exact > floor + 1e-9 ? floor + 1 : floor;
}
