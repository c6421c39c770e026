/** Offsets of the pages that hold rows `from`..`to` (both included) of a list of `total` rows. */
export function pagesFor(from: number, to: number, pageSize: number, total: number): number[] {
  const last = Math.min(to, total - 1);
  const offsets: number[] = [];
  for (let offset = Math.floor(Math.max(0, from) / pageSize) * pageSize; offset <= last; offset += pageSize) offsets.push(offset);
  return offsets;
}
