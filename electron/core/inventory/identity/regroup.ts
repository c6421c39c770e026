import { compareText } from '../../../../shared/kernel/compare-text.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { insertServer, serverExists } from '../facts/store.ts';
import { groupSightings } from './group-sightings.ts';
import { dissolveServer, moveSighting, parkFacts } from './moving/store.ts';
import { rebuildServer } from './rebuild-server.ts';
import type { Sighting } from './sighting.ts';
import { byCreation, hostnameOf, sightingsOf, similarSightings, splitsOf } from './store.ts';
import { weighIdentity } from './weigh-identity.ts';

export interface RegroupOptions {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly newId: () => string;
  /** The row a group without a server is given; a new one when left out or undefined. */
  readonly idFor?: (group: readonly Sighting[]) => string | undefined;
}

/** The server of a sighting that has none yet. */
export const NOWHERE = '';

/** All sightings that hang together with these by evidence, whatever a person has decided. */
function hangingTogether(database: ProjectDatabase, seeds: readonly Sighting[]): Sighting[] {
  const found = new Map(seeds.map((sighting) => [sighting.id, sighting]));
  const open = [...seeds];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const current = next;
    for (const other of similarSightings(database, current)) {
      if (found.has(other.id) || !weighIdentity(current, other).isSame) continue;
      found.set(other.id, other);
      open.push(other);
    }
  }
  return [...found.values()];
}

function firstSeen(group: readonly Sighting[]): string {
  return group.map((sighting) => sighting.firstAt).sort()[0] ?? '';
}

/** Which group keeps which server: a server stays with the group of its oldest sighting; a group of several keeps the oldest server. */
function serversOfGroups(database: ProjectDatabase, groups: readonly (readonly Sighting[])[]): Map<readonly Sighting[], string[]> {
  const ids = [...new Set(groups.flat().map((sighting) => sighting.serverId))];
  const kept = new Map<readonly Sighting[], string[]>(groups.map((group) => [group, []]));
  for (const id of byCreation(database, ids)) {
    const holders = groups.filter((group) => group.some((sighting) => sighting.serverId === id));
    const oldest = holders.toSorted((left, right) => {
      const [a, b] = [left, right].map((group) => firstSeen(group.filter((sighting) => sighting.serverId === id)));
      return compareText(a ?? '', b ?? '');
    })[0];
    if (oldest) kept.get(oldest)?.push(id);
  }
  return kept;
}

/** Tells why a server was joined: the strongest bond between what it was and what it became part of. */
function strongestBond(group: readonly Sighting[], from: string, into: string): string {
  const pairs = group.filter((each) => each.serverId === from).flatMap((left) => group.filter((each) => each.serverId === into).map((right) => weighIdentity(left, right)));
  const best = pairs.toSorted((left, right) => right.score - left.score)[0];
  return (best?.evidence ?? []).filter(({ weight }) => weight > 0).map(({ kind }) => kind).join(', ');
}

/** What each group is to do: the server it keeps, and the servers that end in it. */
interface Placing {
  readonly group: readonly Sighting[];
  readonly serverId: string;
  readonly ending: readonly string[];
}

function merge(database: ProjectDatabase, { group, serverId, ending }: Placing, by: string): void {
  for (const from of ending) {
    const summary = { kept: serverId, merged: from, host: hostnameOf(database, from), evidence: strongestBond(group, from, serverId) };
    database.record({ action: 'inventory.mergeServers', by, summary }, () => dissolveServer(database, from, serverId));
  }
}

function place(database: ProjectDatabase, groups: readonly (readonly Sighting[])[], { at, newId, idFor }: RegroupOptions): Placing[] {
  const kept = serversOfGroups(database, groups);
  return groups.map((group) => {
    const [id, ...ending] = kept.get(group) ?? [];
    const serverId = id ?? idFor?.(group) ?? `srv-${newId()}`;
    if (!serverExists(database, serverId)) insertServer(database, serverId, group.toSorted((left, right) => compareText(left.firstAt, right.firstAt))[0]?.hostname ?? serverId, at);
    return { group, serverId, ending };
  });
}

/**
 * Inside a transaction: brings servers in step with what their sightings say now. Servers that are one machine become one, a
 * server that is two becomes two. Returns the server of each sighting looked at.
 */
export function regroup(database: ProjectDatabase, seeds: readonly Sighting[], options: RegroupOptions): ReadonlyMap<string, string> {
  const all = hangingTogether(database, seeds);
  const splits = new Set(splitsOf(database, all.map((sighting) => sighting.place)).map((split) => JSON.stringify([split.place, split.otherPlace])));
  const groups = groupSightings(all, (left, right) => splits.has(JSON.stringify(left < right ? [left, right] : [right, left])));
  const placings = place(database, groups, options);
  const moved = placings.flatMap(({ group, serverId }) => group.filter((each) => each.serverId !== NOWHERE && each.serverId !== serverId).map((sighting) => ({ sighting, serverId })));
  const touched = new Set(moved.flatMap(({ sighting, serverId }) => [sighting.serverId, serverId]));
  for (const id of touched) parkFacts(database, id);
  for (const { sighting, serverId } of moved) {
    const goesWithServer = placings.some((each) => each.serverId === serverId && each.ending.includes(sighting.serverId));
    if (!goesWithServer) moveSighting(database, sighting.id, serverId);
  }
  for (const placing of placings) merge(database, placing, options.by);
  for (const id of byCreation(database, [...touched])) rebuildServer(database, id);
  return new Map(placings.flatMap(({ group, serverId }) => group.map((sighting) => [sighting.id, serverId] as const)));
}

/** The same for all sightings of one server. */
export function regroupServer(database: ProjectDatabase, serverId: string, options: RegroupOptions): void {
  regroup(database, sightingsOf(database, serverId), options);
}
