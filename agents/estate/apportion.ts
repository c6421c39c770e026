/**
 * Divides `total` whole things by weight with a least share each (largest remainder). The sum is exactly `total`,
 * unless the least shares already ask for more or every share has met `most`.
 */
export function apportion(total: number, weights: readonly number[], least: readonly number[], most = Number.POSITIVE_INFINITY): number[] {
  const shares = least.map((share) => share);
  let rest = total - shares.reduce((sum, share) => sum + share, 0);
  while (rest > 0) {
    const open = weights.map((weight, index) => ((shares[index] ?? 0) < most ? weight : 0));
    const sum = open.reduce((left, right) => left + right, 0);
    if (sum === 0) break;
    const wanted = open.map((weight) => (weight / sum) * rest);
    wanted.forEach((want, index) => {
      const grant = Math.min(Math.floor(want), most - (shares[index] ?? 0));
      shares[index] = (shares[index] ?? 0) + grant;
      rest -= grant;
    });
    rest = giveRemainders(shares, wanted, most, rest);
  }
  return shares;
}

/** Hands out what floors left over, largest remainder first; ties go to the lower index. */
function giveRemainders(shares: number[], wanted: readonly number[], most: number, rest: number): number {
  const order = wanted.map((want, index) => ({ index, remainder: want - Math.floor(want) })).filter(({ index, remainder }) => remainder > 0 && (shares[index] ?? 0) < most).sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  let left = rest;
  for (const { index } of order) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return left;
}
