import { type Metric, METRICS } from '../../shared/model/utilisation.ts';
import type { CityServer } from './city.ts';
import { loadAt } from './load-at.ts';

export interface HistorySamples {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly intervalSeconds: number;
  /** The middle of each interval, seconds since 1970. */
  readonly at: Float64Array;
  readonly values: ReadonlyMap<Metric, Float64Array>;
}

/** What a host's own recorder has kept up to `nowSeconds`: interval means, taken as the load in the middle of each. */
export function loadHistory(server: CityServer, nowSeconds: number): HistorySamples | undefined {
  if (server.history === undefined) return undefined;
  const { days, intervalSeconds } = server.history;
  const toSeconds = Math.floor(nowSeconds / intervalSeconds) * intervalSeconds;
  const count = Math.floor((days * 86_400) / intervalSeconds);
  const fromSeconds = toSeconds - count * intervalSeconds;
  const at = new Float64Array(count);
  const columns = METRICS.map(() => new Float64Array(count));
  for (let index = 0; index < count; index += 1) {
    const middle = fromSeconds + (index + 0.5) * intervalSeconds;
    const load = loadAt(server.load, middle);
    at[index] = middle;
    for (let column = 0; column < METRICS.length; column += 1) {
      const metric = METRICS[column];
      const values = columns[column];
      if (metric !== undefined && values !== undefined) values[index] = load[metric];
    }
  }
  return { fromSeconds, toSeconds, intervalSeconds, at, values: new Map(METRICS.map((metric, column) => [metric, columns[column] ?? new Float64Array(0)])) };
}
