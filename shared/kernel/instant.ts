/** Milliseconds since 1970 of an ISO 8601 instant; NaN when the text is none. */
export function instantMs(instant: string): number {
  return Date.parse(instant);
}
