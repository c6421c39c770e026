import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { regroupServer, type RegroupOptions } from './regroup.ts';
import { findSighting, hostnameOf, removeSplits, saveSplit, sightingsOf } from './store.ts';

function demandSightings(database: ProjectDatabase, serverId: string) {
  const sightings = sightingsOf(database, serverId);
  if (sightings.length === 0) throw new AppError('record.not_found', { kind: 'server', id: serverId });
  return sightings;
}

/**
 * A person says that what was met at one place is a machine of its own: it gets its own server, with its evidence, and no later
 * contact joins it again. Throws `record.not_found`, and `identity.only_place` when the server is known by that place alone.
 */
export function splitServer(database: ProjectDatabase, serverId: string, place: string, options: RegroupOptions): { readonly serverId: string } {
  const sightings = demandSightings(database, serverId);
  const others = new Set(sightings.map((sighting) => sighting.place).filter((other) => other !== place));
  const own = sightings.find((sighting) => sighting.place === place);
  if (!own) throw new AppError('record.not_found', { kind: 'place', id: place });
  if (others.size === 0) throw new AppError('identity.only_place', { place });
  const { by, at } = options;
  return database.record({ action: 'inventory.splitServer', by, summary: { host: hostnameOf(database, serverId), place, from: serverId } }, () => {
    for (const otherPlace of others) saveSplit(database, { place, otherPlace, by, at });
    regroupServer(database, serverId, options);
    return { serverId: findSighting(database, own.id)?.serverId ?? serverId };
  });
}

/** Takes back what a person has said about the places of a server: evidence alone decides again. */
export function rejoinServer(database: ProjectDatabase, serverId: string, options: RegroupOptions): { readonly serverId: string; readonly removed: number } {
  const sightings = demandSightings(database, serverId);
  return database.record({ action: 'inventory.rejoinServer', by: options.by, summary: { host: hostnameOf(database, serverId), server: serverId } }, () => {
    const removed = removeSplits(database, sightings.map((sighting) => sighting.place));
    regroupServer(database, serverId, options);
    return { serverId: findSighting(database, sightings[0]?.id ?? '')?.serverId ?? serverId, removed };
  });
}
