/** "key value" lines as a map; the first line of a key counts, a key without a value is left out. */
export function keyValues(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const space = line.indexOf(' ');
    if (space <= 0) continue;
    const key = line.slice(0, space);
    const value = line.slice(space + 1).trim();
    if (value !== '' && !found.has(key)) found.set(key, value);
  }
  return found;
}

/** Leaves out the keys whose value is undefined, so that "not seen" is an absent key. */
export function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
