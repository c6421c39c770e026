import type { z } from 'zod';
import type { identityFindingSchema, serverIdentitySchema } from '../../../../shared/model/identity.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { Sighting } from './sighting.ts';
import { serversSharing, sightingsOf, splitsOf } from './store.ts';
import { weighIdentity } from './weigh-identity.ts';

type Finding = z.input<typeof identityFindingSchema>;

const SHOWN = 20;

function shared(database: ProjectDatabase, serverId: string, kind: Finding['kind'], column: 'machine_id' | 'host_key', values: readonly (string | null)[]): Finding[] {
  const known = [...new Set(values)].filter((value) => value !== null);
  return known.flatMap((value) => {
    const servers = serversSharing(database, column, value, serverId);
    return servers.length === 0 ? [] : [{ kind, value, count: servers.length, servers: servers.slice(0, SHOWN) }];
  });
}

function becauseOf(sighting: Sighting, all: readonly Sighting[]) {
  const weighed = all.filter((other) => other.id !== sighting.id).map((other) => weighIdentity(sighting, other));
  return [...(weighed.toSorted((left, right) => right.score - left.score)[0]?.evidence ?? [])];
}

/** By which names and places a server is known, why they are one machine, and what it shares with others that ought to be its own. */
export function reportIdentity(database: ProjectDatabase, serverId: string): z.input<typeof serverIdentitySchema> {
  const sightings = sightingsOf(database, serverId);
  return {
    sightings: sightings.map((sighting) => ({
      place: sighting.place, hostname: sighting.hostname, addresses: [...sighting.addresses], firstSeenAt: sighting.firstAt, lastSeenAt: sighting.lastAt,
      runId: sighting.runId, by: sighting.by, because: becauseOf(sighting, sightings),
    })),
    findings: [
      ...shared(database, serverId, 'cloned-machine-id', 'machine_id', sightings.map((sighting) => sighting.machineId)),
      ...shared(database, serverId, 'cloned-host-key', 'host_key', sightings.map((sighting) => sighting.hostKey)),
    ],
    keptApart: splitsOf(database, [...new Set(sightings.map((sighting) => sighting.place))]),
  };
}
