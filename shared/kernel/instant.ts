/** Milliseconds since 1970 of an ISO 8601 instant; NaN when the text is none. */
export function instantMs(instant: string): number {
  return Date.parse(instant);
}

/** The instant (ISO 8601, UTC) of milliseconds since 1970. Throws RangeError beyond the year 275760. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
