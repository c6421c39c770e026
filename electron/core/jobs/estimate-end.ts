/** Rates of a moving window, oldest first: how many were done at which moment. */
export interface ProgressPoint {
  readonly atMs: number;
  readonly done: number;
}

export interface EndEstimate {
  readonly ratePerSecond: number | null;
  readonly etaSeconds: { readonly low: number; readonly high: number } | null;
}

const MIN_POINTS = 3;
const MIN_SECONDS = 2;
/** Even a steady pace may change: the range is never narrower than this on either side. */
const MIN_SPREAD = 0.15;

/**
 * An honest range for the time left: the slowest and the fastest pace seen between points of the window.
 * null until there are three points over at least two seconds, or while nothing moves.
 */
export function estimateEnd(points: readonly ProgressPoint[], total: number): EndEstimate {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < MIN_POINTS) return { ratePerSecond: null, etaSeconds: null };
  const seconds = (last.atMs - first.atMs) / 1000;
  const overall = (last.done - first.done) / seconds;
  if (seconds < MIN_SECONDS || !(overall > 0)) return { ratePerSecond: null, etaSeconds: null };
  const left = Math.max(0, total - last.done);
  const half = points[Math.floor(points.length / 2)] ?? last;
  const paces = [overall, pace(first, half), pace(half, last)].filter((value) => value > 0);
  const low = left / (Math.max(...paces) * (1 + MIN_SPREAD));
  const high = left / (Math.min(...paces) * (1 - MIN_SPREAD));
  return { ratePerSecond: overall, etaSeconds: { low, high } };
}

function pace(from: ProgressPoint, to: ProgressPoint): number {
  const seconds = (to.atMs - from.atMs) / 1000;
  return seconds > 0 ? (to.done - from.done) / seconds : 0;
}
