import { type SeededRandom, seededRandom } from '../../shared/kernel/seeded-random.ts';
import { assignFaults } from './assign-faults.ts';
import type { City, CityServer, Role } from './city.ts';
import { citySize } from './city-size.ts';
import { connectFlows } from './connect-flows.ts';
import { type Equipped, equipServer } from './equip-server.ts';
import { layOutSystems } from './lay-out-systems.ts';
import { nameDepartments } from './name-departments.ts';
import { type Place, placeServers } from './place-servers.ts';
import { scaleStorage, wishForStorage } from './size-storage.ts';

/** Tiers that departments like to keep on metal; added to a random rank. */
const METAL_WISH: Readonly<Partial<Record<Role, number>>> = { video: 0.9, backup: 0.8, file: 0.45, db: 0.4, exchange: 0.4, map: 0.3, search: 0.3 };

/**
 * Makes a city from a seed: the same seed and size give the same city, whatever else the program does.
 * `servers` is 20 … 4717; at 4717 it is the model case (240 departments, 900 systems, 857 physical servers, 4,546 TB).
 */
export function buildCity({ seed, servers: count }: { readonly seed: number; readonly servers: number }): City {
  const size = citySize(count);
  const random = seededRandom(seed);
  const departments = nameDepartments(random.fork('departments'), size.departments);
  const systems = layOutSystems(random.fork('systems'), departments, size.systems);
  const places = placeServers(random.fork('places'), departments, systems, size.servers);
  const metal = chooseMetal(random.fork('metal'), places, size.physicalServers);
  const equipped = places.map((place) => equipServer(random.fork(`server/${place.hostname}`), place, metal.has(place.index) ? 'physical' : 'virtual', place.systemIndex === undefined ? undefined : systems[place.systemIndex]));
  const disks = scaleStorage(equipped.map((server) => wishForStorage(random.fork(`disks/${server.hostname}`), server.role, server.kind, server.technology)), size.storageBytes);
  const faults = assignFaults(random.fork('faults'), equipped, systems);
  const servers = equipped.map((server: Equipped): CityServer => ({ ...server, disks: disks[server.index] ?? [], fault: faults.get(server.index) }));
  const flows = connectFlows(random.fork('flows'), systems, servers, departments.map(({ sector }) => sector));
  return { seed, departments, systems, servers, flows };
}

/** Exactly `count` places, the wished-for tiers more likely. */
function chooseMetal(random: SeededRandom, places: readonly Place[], count: number): ReadonlySet<number> {
  const ranked = places.map(({ index, role }) => ({ index, rank: random.next() + (METAL_WISH[role] ?? 0) }));
  return new Set(ranked.sort((left, right) => right.rank - left.rank || left.index - right.index).slice(0, count).map(({ index }) => index));
}
