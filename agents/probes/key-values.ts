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
  const kept: Partial<T> = {};
  // Object.keys of a T are keys of T here: nobody passes a value with more than its type says.
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] !== undefined) kept[key] = value[key];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
