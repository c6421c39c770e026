import { compareText } from '../../../../shared/kernel/compare-text.ts';
import type { Sighting } from './sighting.ts';
import { weighIdentity } from './weigh-identity.ts';

/** Has a person said that these two places are two machines? Symmetric. */
export type KeptApart = (place: string, otherPlace: string) => boolean;

interface Bond {
  readonly first: number;
  readonly second: number;
  readonly score: number;
}

/**
 * Which sightings are one machine. The strongest bonds join first; two groups never join when any two of theirs are surely
 * two machines. A function of the set alone: neither the order of the list nor the servers of today matter.
 */
export function groupSightings(all: readonly Sighting[], isApart: KeptApart): Sighting[][] {
  const sightings = all.toSorted((left, right) => compareText(left.id, right.id));
  const bonds: Bond[] = [];
  const others = new Set<string>();
  sightings.forEach((left, first) => {
    sightings.slice(first + 1).forEach((right, offset) => {
      const second = first + 1 + offset;
      const { isSame, isOther, score } = weighIdentity(left, right);
      if (isApart(left.place, right.place) || isOther) others.add(`${first} ${second}`);
      else if (isSame) bonds.push({ first, second, score });
    });
  });
  const groups = sightings.map((_, index) => [index]);
  const mayJoin = (left: readonly number[], right: readonly number[]): boolean => left.every((a) => right.every((b) => !others.has(`${Math.min(a, b)} ${Math.max(a, b)}`)));
  for (const { first, second } of bonds.toSorted((left, right) => right.score - left.score || left.first - right.first || left.second - right.second)) {
    const [left, right] = [groups[first] ?? [], groups[second] ?? []];
    if (left === right || !mayJoin(left, right)) continue;
    left.push(...right);
    for (const index of right) groups[index] = left;
  }
  return [...new Set(groups)].map((group) => group.flatMap((index) => sightings[index] ?? []));
}
