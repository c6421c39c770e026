/** A whole number within limits; undefined for everything else, including signs, blanks and exponents. */
export function parseWholeNumber(text: string, { min, max }: { min: number; max: number }): number | undefined {
  if (!/^\d{1,12}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
