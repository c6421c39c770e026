import { isIP } from 'node:net';
import type { ProjectDatabase } from '../db/index.ts';
import { findUnseenServer } from './facts/store.ts';
import { mainAddress } from './host-addresses.ts';
import type { HostRecord } from './host-record.ts';
import { recordSighting, type PlacedSighting } from './identity/record-sighting.ts';
import type { IdentityReading } from './identity/sighting.ts';
import { TARGET_LIST } from './target-values.ts';
import { dropStandIn, isUnread } from './unread/store.ts';

function identityOf({ reading, target, place, hostKey }: HostRecord, addresses: readonly string[]): IdentityReading {
  const { identity, macs } = reading;
  return {
    place: place ?? target.host, hostname: identity?.hostname || target.name || target.host, machineId: identity?.machineId || null, productUuid: identity?.productUuid || null,
    hostKey: hostKey ?? null, macs, addresses,
  };
}

export interface PlacedHost extends PlacedSighting {
  readonly created: boolean;
  readonly identity: IdentityReading;
  /** All it is known by, and the one to show. */
  readonly addresses: readonly string[];
  readonly address: string | undefined;
}

/**
 * Inside a transaction: the server a contact belongs to, by what it shows of itself, else the row that stood for the target so
 * far, else a new one.
 */
export function placeHost(database: ProjectDatabase, record: HostRecord): PlacedHost {
  const { reading, target, placeServerId, at, run, newId } = record;
  const address = mainAddress(target.host, reading.addresses);
  const addresses = [...new Set([...reading.addresses, ...(address !== undefined && isIP(address) !== 0 ? [address] : [])])];
  const identity = identityOf(record, addresses);
  const standIn = placeServerId !== undefined && isUnread(database, placeServerId) ? placeServerId : undefined;
  let isNew = false;
  const stand = (): string | undefined => {
    const found = findUnseenServer(database, identity.hostname, identity.addresses) ?? standIn;
    isNew = found === undefined;
    return found;
  };
  const placed = recordSighting(database, { reading: identity, at, runId: run.id, by: run.by, newId, standIn: stand });
  if (standIn !== undefined && placed.serverId !== standIn) dropStandIn(database, standIn, placed.serverId, TARGET_LIST);
  return { ...placed, created: isNew, identity, addresses, address };
}
