const [ZERO, NINE, BLANK] = [48, 57, 32];

/**
 * Whole numbers parted by one blank; undefined when there is anything else. In place: a month of load is some thousands of
 * numbers per host, and cutting each into a text of its own costs several times the reading.
 */
export function readCounts(text: string): number[] | undefined {
  const counts: number[] = [];
  let value = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? BLANK : text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) value = (value < 0 ? 0 : value) * 10 + code - ZERO;
    else if (code === BLANK && value >= 0 && value <= Number.MAX_SAFE_INTEGER) {
      counts.push(value);
      value = -1;
    } else return undefined;
  }
  return counts;
}
