import { readCount, readNumber } from './read-number.ts';

/** The powers of ten a double holds exactly: one multiplication or division of an exact integer by them rounds as `Number` does. */
const EXACT_POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const LONGEST_PLAIN = 16;
const EXPONENT_LENGTH = 'e+07'.length;
const [ZERO, NINE, PLUS, DASH, DOT, BLANK, LOWER_E] = [48, 57, 43, 45, 46, 32, 101];

/** The exponent that begins at `at` as awk writes it (`e+07`), or undefined. */
function shortExponent(line: string, at: number): number | undefined {
  const [sign, tens, ones] = [line.charCodeAt(at + 1), line.charCodeAt(at + 2) - ZERO, line.charCodeAt(at + 3) - ZERO];
  if (line.charCodeAt(at) !== LOWER_E || (sign !== PLUS && sign !== DASH) || !(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9)) return undefined;
  return (sign === DASH ? -1 : 1) * (tens * 10 + ones);
}

/** Whether so many characters of digits add up to an integer without loss. */
function isExactly(digits: number, length: number): boolean {
  return length > 0 && length <= LONGEST_PLAIN && digits <= Number.MAX_SAFE_INTEGER;
}

/**
 * Reads the fields of a line in place, one after the other: a month of load is some thousands of numbers per host, and
 * cutting each into a text of its own costs several times the reading. Gives what `readCount` and `readNumber` give.
 */
export class FieldReader {
  readonly #line: string;
  #next: number;
  #start = 0;
  #end = 0;
  /** The field without its dot is `digits` times ten to the power of `exponent`, when `isPlain`. */
  #digits = 0;
  #exponent = 0;
  #isPlain = false;
  #isInteger = false;

  /** `from`: where the first field begins. */
  constructor(line: string, from: number) {
    this.#line = line;
    this.#next = from;
  }

  /** Goes to the next field, which ends before `separator` (a character code) or with the line; false when there is none. */
  next(separator = BLANK): boolean {
    const line = this.#line;
    const start = this.#next;
    if (start > line.length) return false;
    let [end, digits, dot] = [start, 0, -1];
    for (; end < line.length; end += 1) {
      const code = line.charCodeAt(end);
      if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
      else if (code === DOT && dot < 0 && end > start) dot = end;
      else break;
    }
    const isBare = this.#isEnd(end, separator);
    const exponent = isBare ? 0 : shortExponent(line, end);
    const decimals = dot < 0 ? 0 : end - dot - 1;
    const isExact = isExactly(digits, end - start) && dot !== end - 1;
    if (!isBare && exponent !== undefined) end += EXPONENT_LENGTH;
    const isWhole = exponent !== undefined && this.#isEnd(end, separator);
    if (!isWhole) end = this.#endAfter(end, separator);
    this.#start = start;
    this.#end = end;
    this.#next = end + 1;
    this.#digits = digits;
    this.#exponent = (exponent ?? 0) - decimals;
    this.#isInteger = isBare && dot < 0;
    this.#isPlain = isExact && isWhole;
    return true;
  }

  #isEnd(at: number, separator: number): boolean {
    return at >= this.#line.length || this.#line.charCodeAt(at) === separator;
  }

  #endAfter(from: number, separator: number): number {
    const found = this.#line.indexOf(String.fromCharCode(separator), from);
    return found < 0 ? this.#line.length : found;
  }

  text(): string {
    return this.#line.slice(this.#start, this.#end);
  }

  count(): number | undefined {
    return this.#isPlain && this.#isInteger ? this.#digits : readCount(this.text());
  }

  number(): number | undefined {
    if (this.#isPlain && this.#isInteger) return this.#digits;
    const power = EXACT_POWERS[Math.abs(this.#exponent)];
    if (!this.#isPlain || power === undefined) return readNumber(this.text());
    return this.#exponent < 0 ? this.#digits / power : this.#digits * power;
  }

  /** True when the field is `-`: nothing was measured. */
  isDash(): boolean {
    return this.#end === this.#start + 1 && this.#line.charCodeAt(this.#start) === DASH;
  }
}
