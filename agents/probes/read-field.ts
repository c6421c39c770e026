/** A field of a line: `-` and nothing mean "not said"; longer ones are cut. */
export function readField(text: string | undefined, longest = 200): string | undefined {
  return text === undefined || text === '-' || text === '' ? undefined : text.slice(0, longest);
}
