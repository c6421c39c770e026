/** A decimal text as an exact non-negative integer, or undefined. */
export function readCount(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A non-negative decimal number (12, 0.05, 1.2e+08), or undefined. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A count times a unit (kB → bytes, sectors → bytes), or undefined when it would not be exact. */
export function readBytes(text: string | undefined, unit: number): number | undefined {
  const count = readCount(text);
  if (count === undefined) return undefined;
  const bytes = count * unit;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
