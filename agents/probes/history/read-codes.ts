import type { Metric } from '../../../shared/model/utilisation.ts';

const BASE = 36;
const CODES = BASE * BASE;
const [ZERO, NINE, LOWER_A, LOWER_Z, DASH] = [48, 57, 97, 122, 45];
const RATE_STEP = 1.02;
/** A bin is 2 % wide: more digits would say nothing and triple the text that is kept of a month. */
const DIGITS = 6;
const NONE = -1;
const WRONG = -2;

/** By code: thousandths, and the middle of the bin (1.02^(k-1), 1.02^k]; bin 0 is no load. */
const RATIOS = Array.from({ length: CODES }, (_, code) => code / 1000);
const RATES = Array.from({ length: CODES }, (_, code) => (code === 0 ? 0 : Number((RATE_STEP ** (code - 0.5)).toPrecision(DIGITS))));

function digit(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO;
  return code >= LOWER_A && code <= LOWER_Z ? code - LOWER_A + 10 : WRONG * CODES;
}

function codeAt(text: string, at: number): number {
  const [high, low] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (high === DASH && low === DASH) return NONE;
  const code = digit(high) * BASE + digit(low);
  return code >= 0 ? code : WRONG;
}

/** Codes of two digits as values of a metric, null for "--", none above the metric's own maximum; undefined when one is no code. */
export function readCodes(text: string, metric: Metric, maximum: number): (number | null)[] | undefined {
  const values = metric.endsWith('Ratio') ? RATIOS : RATES;
  const read: (number | null)[] = [];
  for (let at = 0; at < text.length; at += 2) {
    const code = at + 1 < text.length ? codeAt(text, at) : WRONG;
    if (code === WRONG) return undefined;
    read.push(code === NONE ? null : Math.min(values[code] ?? 0, maximum));
  }
  return read;
}
