/** Guangzhou's municipal cloud, October 2017: the sizes the sample city has when it is full. */
export const FULL_CITY = { servers: 4717, physicalServers: 857, departments: 240, systems: 900, storageBytes: 4546e12 } as const;
export const SMALLEST_CITY = 20;

export interface CitySize {
  readonly servers: number;
  readonly physicalServers: number;
  readonly departments: number;
  readonly systems: number;
  readonly storageBytes: number;
}

/**
 * Physical share and storage per server stay as they are in the full city. Departments and systems shrink more slowly
 * (power laws through 240 and 900), so that a city of 60 servers still has 8 departments with 18 systems.
 * Throws RangeError outside 20 … 4717.
 */
export function citySize(servers: number): CitySize {
  if (!Number.isInteger(servers) || servers < SMALLEST_CITY || servers > FULL_CITY.servers) {
    throw new RangeError(`A city has ${SMALLEST_CITY} to ${FULL_CITY.servers} servers, not ${servers}`);
  }
  const share = servers / FULL_CITY.servers;
  return {
    servers,
    physicalServers: Math.round(FULL_CITY.physicalServers * share),
    departments: Math.round(FULL_CITY.departments * share ** 0.78),
    systems: Math.round(FULL_CITY.systems * share ** 0.896),
    storageBytes: FULL_CITY.storageBytes * share,
  };
}
