import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { CityFlow, CityServer, CitySystem, Role } from './city.ts';
import { softwareByKey } from './data/role-software.ts';

/** Which tiers a tier calls inside its own system. */
const CALLS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  web: ['app', 'file'], app: ['db', 'cache', 'queue', 'search', 'file'], search: ['file'], video: ['db'], exchange: ['db', 'queue'], map: ['db', 'file'], directory: ['db'],
};
/** Of the calls between ordinary systems, 62 % stay in the department and 28 % in the sector. */
const OWN_DEPARTMENT = 0.62;
const OWN_SECTOR = 0.9;
const CALLS_PER_SYSTEM = 1.75;

type Sectors = readonly string[];

/** Every lasting connection of the city, each once. `sectors` is the sector of each department. */
export function connectFlows(random: SeededRandom, systems: readonly CitySystem[], servers: readonly CityServer[], sectors: Sectors): CityFlow[] {
  const members = systems.map((): CityServer[] => []);
  for (const server of servers) if (server.systemIndex !== undefined) members[server.systemIndex]?.push(server);
  return [
    ...members.flatMap((machines) => insideSystem(random, machines)),
    ...toPlatforms(random, systems, members, servers),
    ...betweenSystems(random, systems, members, sectors),
    ...fromOutside(random, servers),
  ];
}

function flow(random: SeededRandom, client: CityServer, server: CityServer): CityFlow[] {
  const port = softwareByKey(server.software).ports[0];
  if (port === undefined || client.index === server.index) return [];
  return [{ client: client.index, server: server.index, port, connections: random.integer(1, 24), clientProcess: softwareByKey(client.software).processes[0]?.name ?? 'sh' }];
}

function insideSystem(random: SeededRandom, machines: readonly CityServer[]): CityFlow[] {
  return machines.flatMap((client) => (CALLS[client.role] ?? []).flatMap((role) => {
    const called = machines.filter((server) => server.role === role);
    return called.length <= 3 ? called.flatMap((server) => flow(random, client, server)) : flow(random, client, random.pick(called)).concat(flow(random, client, called[client.index % called.length] ?? client));
  })).filter(firstOfPair());
}

/** Lets a pair of machines through once. */
function firstOfPair(): (candidate: CityFlow) => boolean {
  const seen = new Set<string>();
  return ({ client, server, port }) => {
    const key = `${client}>${server}:${port}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** Share of ordinary systems whose application tier calls a platform. */
const PLATFORM_USE = [['identity', 'directory', 0.6], ['exchange', 'exchange', 0.42], ['gis', 'map', 0.18]] as const;

function toPlatforms(random: SeededRandom, systems: readonly CitySystem[], members: readonly (readonly CityServer[])[], servers: readonly CityServer[]): CityFlow[] {
  const entries = new Map(PLATFORM_USE.map(([kind, role]) => [kind, members.flatMap((machines, index) => (systems[index]?.kind === kind ? machines.filter((server) => server.role === role) : []))]));
  const calls = systems.flatMap((system, index) => {
    const clients = (members[index] ?? []).filter(({ role }) => role === 'app');
    return PLATFORM_USE.flatMap(([kind, , share]) => {
      const platform = entries.get(kind) ?? [];
      if (system.kind === kind || platform.length === 0 || random.next() >= share) return [];
      return clients.flatMap((client) => flow(random, client, random.pick(platform)));
    });
  });
  const backups = servers.filter(({ role }) => role === 'backup');
  const saved = backups.length === 0 ? [] : servers.filter(({ role }) => role === 'db' || role === 'file').filter(() => random.next() < 0.4);
  return [...calls, ...saved.flatMap((client) => flow(random, client, random.pick(backups)))];
}

/** Silos grown together: one call in so many goes straight into the other system's database, in small cities too. */
const DIRECT_DATABASE_EVERY = 8;

/** System-to-system calls: application tier to the other's first web or application machine, some into its database. */
function betweenSystems(random: SeededRandom, systems: readonly CitySystem[], members: readonly (readonly CityServer[])[], sectors: Sectors): CityFlow[] {
  const ordinary = systems.flatMap((system, index) => (system.kind === 'ordinary' && (members[index] ?? []).length > 0 ? [index] : []));
  const owner = (index: number): number => systems[index]?.departmentIndex ?? -1;
  const byDepartment = Map.groupBy(ordinary, owner);
  const bySector = Map.groupBy(ordinary, (index) => sectors[owner(index)] ?? '');
  const calls = Array.from({ length: Math.round(ordinary.length * CALLS_PER_SYSTEM) }, (_, position) => {
    const from = random.pick(ordinary);
    const reach = random.next();
    const near = reach < OWN_DEPARTMENT ? byDepartment.get(owner(from)) : reach < OWN_SECTOR ? bySector.get(sectors[owner(from)] ?? '') : ordinary;
    const to = random.pick(near ?? ordinary);
    const client = members[from]?.find(({ role }) => role === 'app');
    const database = position % DIRECT_DATABASE_EVERY === 0 ? members[to]?.find(({ role }) => role === 'db') : undefined;
    const server = database ?? members[to]?.find(({ role }) => role === 'web') ?? members[to]?.find(({ role }) => role === 'app');
    return from === to || client === undefined || server === undefined ? [] : flow(random, client, server);
  });
  return calls.flat().filter(firstOfPair());
}

/** Office workers at web tiers, and application tiers that call the province: addresses no scan list names. */
function fromOutside(random: SeededRandom, servers: readonly CityServer[]): CityFlow[] {
  return servers.flatMap((server): CityFlow[] => {
    if (server.role === 'web') {
      const port = softwareByKey(server.software).ports[0] ?? 80;
      return Array.from({ length: random.integer(1, 4) }, () => ({ client: `10.250.${random.integer(0, 255)}.${random.integer(1, 254)}`, server: server.index, port, connections: random.integer(1, 6), clientProcess: 'browser' }));
    }
    if (server.role !== 'app' || random.next() >= 0.06) return [];
    return [{ client: server.index, server: `19.${random.integer(1, 4)}.20.${random.integer(1, 12)}`, port: 443, connections: random.integer(1, 4), clientProcess: softwareByKey(server.software).processes[0]?.name ?? 'sh' }];
  });
}
