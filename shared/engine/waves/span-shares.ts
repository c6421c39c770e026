/**
 * How the work of a group that prepares over several waves is spread: person-days in proportion to the open days of
 * each wave, bytes evenly (lines carry on weekends too). Cumulative rounding: the shares are integers and add up.
 */
export function effortShares(milli: number, openDays: readonly number[]): number[] {
  const total = openDays.reduce((sum, days) => sum + days, 0);
  if (total === 0) return openDays.map((_, position) => (position === openDays.length - 1 ? milli : 0));
  let passedDays = 0;
  let given = 0;
  return openDays.map((days) => {
    passedDays += days;
    const due = Math.floor((milli * passedDays) / total);
    const share = due - given;
    given = due;
    return share;
  });
}

/** Division before multiplication keeps petabytes within exact integers; the last wave takes the remainder. */
export function byteShares(bytes: number, waveCount: number): number[] {
  const each = Math.floor(bytes / waveCount);
  return Array.from({ length: waveCount }, (_, position) => (position === waveCount - 1 ? bytes - each * (waveCount - 1) : each));
}
