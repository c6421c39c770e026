import type { ProjectDatabase } from '../../db/index.ts';
import { NOWHERE, regroup } from './regroup.ts';
import { sightingIdOf, type IdentityReading, type Sighting } from './sighting.ts';
import { findSighting, saveSighting } from './store.ts';

export interface SeenMachine {
  readonly reading: IdentityReading;
  /** ISO instant of the contact. */
  readonly at: string;
  readonly runId: string | null;
  readonly by: string;
  readonly newId: () => string;
  /** A row that has no sighting yet and stands for this machine. */
  readonly standIn: () => string | undefined;
}

export interface PlacedSighting {
  readonly sightingId: string;
  readonly serverId: string;
}

const MAX_ADDRESSES = 64;

/** Inside a transaction: keeps what a contact tells about who the machine is, and finds or makes the server it is. */
export function recordSighting(database: ProjectDatabase, { reading, at, runId, by, newId, standIn }: SeenMachine): PlacedSighting {
  const id = sightingIdOf(reading);
  const known = findSighting(database, id);
  const addresses = [...new Set([...(known?.addresses ?? []), ...reading.addresses])].sort().slice(0, MAX_ADDRESSES);
  const isLatest = known === undefined || at >= known.lastAt;
  const seen: Sighting = {
    ...reading, id, addresses, serverId: known?.serverId ?? NOWHERE,
    firstAt: known !== undefined && known.firstAt < at ? known.firstAt : at, lastAt: isLatest ? at : known.lastAt, ...(isLatest ? { runId, by } : { runId: known.runId, by: known.by }),
  };
  const isNews = known === undefined || addresses.length !== known.addresses.length;
  const idFor = (group: readonly Sighting[]): string | undefined => (group.some((sighting) => sighting.id === id) ? standIn() : undefined);
  const serverId = isNews ? (regroup(database, [seen], { by, at, newId, idFor }).get(id) ?? seen.serverId) : seen.serverId;
  saveSighting(database, { ...seen, serverId });
  return { sightingId: id, serverId };
}
