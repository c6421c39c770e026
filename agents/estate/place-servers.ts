import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import { apportion } from './apportion.ts';
import type { CityDepartment, CitySystem, Criticality, Role, SystemKind } from './city.ts';

/** Where a machine stands and what it is for, before anything is said about what it is. */
export interface Place {
  readonly index: number;
  readonly departmentIndex: number;
  readonly systemIndex: number | undefined;
  readonly role: Role;
  readonly hostname: string;
  readonly address: string;
}

/** Tiers in the order in which a system grows; the list starts again where it ends. */
const TIERS: Readonly<Record<SystemKind, readonly Role[]>> = {
  ordinary: ['app', 'db', 'web', 'app', 'web', 'app', 'db', 'cache', 'app', 'file', 'queue', 'app', 'web', 'search', 'app', 'db'],
  identity: ['directory', 'app', 'db', 'directory', 'cache', 'app'],
  exchange: ['exchange', 'db', 'exchange', 'queue', 'exchange', 'app', 'db', 'exchange'],
  infrastructure: ['dns', 'backup', 'dns', 'backup'],
  gis: ['map', 'db', 'map', 'file', 'web'],
  video: ['video', 'app', 'video', 'video', 'db', 'video', 'video', 'video'],
};
const KIND_WEIGHT: Readonly<Record<SystemKind, number>> = { ordinary: 1, identity: 4, exchange: 8, infrastructure: 4, gis: 5, video: 18 };
const CRITICALITY_WEIGHT: Readonly<Record<Criticality, number>> = { low: 0.5, medium: 0.8, high: 1.3, vital: 2 };
const ROLE_NAME: Readonly<Record<Role, string>> = { web: 'web', app: 'app', db: 'db', cache: 'redis', queue: 'mq', search: 'es', file: 'nas', video: 'nvr', directory: 'ldap', exchange: 'gw', map: 'gis', dns: 'dns', backup: 'bak', idle: 'old' };
/** Machines that belong to no known system. */
const ORPHAN_SHARE = 0.02;

/** Puts every server into a department, a system and a tier; host names and addresses are unique in the city. */
export function placeServers(random: SeededRandom, departments: readonly CityDepartment[], systems: readonly CitySystem[], count: number): Place[] {
  const orphans = Math.round(count * ORPHAN_SHARE);
  const open = systems.flatMap((system, systemIndex) => (system.classified ? [] : [{ system, systemIndex, weight: systemWeight(random, system, systems.length) }]));
  const counts = apportion(count - orphans, open.map(({ weight }) => weight), open.map(() => 1));
  const wanted = open.flatMap(({ system, systemIndex }, at) => Array.from({ length: counts[at] ?? 0 }, (_, nth) => ({ departmentIndex: system.departmentIndex, systemIndex, role: tierOf(system.kind, nth) })));
  const lost = Array.from({ length: orphans }, () => ({ departmentIndex: random.integer(0, departments.length - 1), systemIndex: undefined, role: 'idle' as const }));
  return nameAll(departments, systems, [...wanted, ...lost].slice(0, count));
}

/** Platforms grow with the city, but not from nothing. */
function systemWeight(random: SeededRandom, system: CitySystem, systemCount: number): number {
  const spread = Math.exp(random.normal(0, 0.6));
  if (system.kind !== 'ordinary') return KIND_WEIGHT[system.kind] * Math.min(1, 0.25 + systemCount / 400);
  return spread * (system.criticality === undefined ? 1 : CRITICALITY_WEIGHT[system.criticality]) * (system.environment === 'production' ? 1 : 0.5);
}

function tierOf(kind: SystemKind, nth: number): Role {
  const tiers = TIERS[kind];
  return tiers[nth % tiers.length] ?? 'app';
}

interface Unnamed { readonly departmentIndex: number; readonly systemIndex: number | undefined; readonly role: Role }

function nameAll(departments: readonly CityDepartment[], systems: readonly CitySystem[], places: readonly Unnamed[]): Place[] {
  const perDepartment = new Map<number, number>();
  const perTier = new Map<string, number>();
  return places.map((place, index) => {
    const nth = next(perDepartment, place.departmentIndex);
    const system = place.systemIndex === undefined ? 'x' : `s${(systems[place.systemIndex]?.code ?? '').split('-').at(-1) ?? ''}`;
    const department = departments[place.departmentIndex]?.code ?? '';
    const tier = `${department}/${system}/${place.role}`;
    const number = String(next(perTier, tier) + 1).padStart(2, '0');
    return { ...place, index, hostname: hostname(place.departmentIndex, department, system, `${ROLE_NAME[place.role]}${number}`), address: `10.${place.departmentIndex + 1}.${10 + Math.floor(nth / 200)}.${10 + (nth % 200)}` };
  });
}

/** Departments never agreed on one way to name machines. */
function hostname(departmentIndex: number, department: string, system: string, tier: string): string {
  const name = `${department}-${system}-${tier}`;
  switch (departmentIndex % 4) {
    case 1: return `${tier}.${system}.${department}`.toLowerCase();
    case 2: return name.toUpperCase();
    default: return name.toLowerCase();
  }
}

function next<K>(counters: Map<K, number>, key: K): number {
  const value = counters.get(key) ?? 0;
  counters.set(key, value + 1);
  return value;
}
