import { createHash } from 'node:crypto';

/** What one contact tells about who the machine is. */
export interface IdentityReading {
  /** Where it was met: host, port and jump hosts of a target, or a name of its own. */
  readonly place: string;
  readonly hostname: string;
  readonly machineId: string | null;
  readonly productUuid: string | null;
  /** Type and SHA-256 fingerprint of the SSH host key, parted by a blank. */
  readonly hostKey: string | null;
  /** Of network cards, in lower case. */
  readonly macs: readonly string[];
  /** Addresses others could know it by. */
  readonly addresses: readonly string[];
}

/** A reading as it is kept: equal readings are one. */
export interface Sighting extends IdentityReading {
  readonly id: string;
  readonly serverId: string;
  /** ISO instants of the first and the last contact. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly runId: string | null;
  readonly by: string;
}

/** The same for the same evidence at the same place, whenever it is seen; addresses come and go and are left out. */
export function sightingIdOf({ place, hostname, machineId, productUuid, hostKey, macs }: IdentityReading): string {
  const text = JSON.stringify([place, hostname.toLowerCase(), machineId, productUuid, hostKey, [...macs].sort()]);
  return `sgt-${createHash('sha256').update(text).digest('hex').slice(0, 26)}`;
}
