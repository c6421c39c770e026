import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import { GIB } from '../../shared/kernel/quantities.ts';
import type { CityDisk, CityServer, Role } from './city.ts';

/** Typical data per machine of a role in TB, before all are scaled to the city's total. */
const ROLE_DATA_TB: Readonly<Record<Role, number>> = { video: 36, backup: 24, file: 14, map: 8, exchange: 6, search: 3, db: 2.5, queue: 0.5, app: 0.3, idle: 0.2, web: 0.12, directory: 0.1, cache: 0.04, dns: 0.03 };
const LARGEST_DISK: Readonly<Record<CityServer['kind'], number>> = { physical: 7452 * GIB, virtual: 2048 * GIB };
const SMALLEST_DATA_DISK = 10 * GIB;

export interface StorageWish { readonly kind: CityServer['kind']; readonly technology: CityServer['technology']; readonly systemDiskBytes: number; readonly dataBytes: number }

/** How much data a machine would hold in a city without a given total. */
export function wishForStorage(random: SeededRandom, role: Role, kind: CityServer['kind'], technology: CityServer['technology']): StorageWish {
  const systemDiskBytes = (kind === 'physical' ? random.pick([279, 558, 558, 1117]) : random.pick([40, 50, 60, 80, 100, 100, 200])) * GIB;
  return { kind, technology, systemDiskBytes, dataBytes: ROLE_DATA_TB[role] * 1e12 * Math.exp(random.normal(0, 0.6)) };
}

/** Disks for every wish; all data scaled by one factor so that the whole comes to `totalBytes` (to a disk's rounding). */
export function scaleStorage(wishes: readonly StorageWish[], totalBytes: number): CityDisk[][] {
  const system = wishes.reduce((sum, wish) => sum + wish.systemDiskBytes, 0);
  const data = wishes.reduce((sum, wish) => sum + wish.dataBytes, 0);
  const factor = Math.max(0, totalBytes - system) / data;
  return wishes.map((wish) => disksOf(wish, wish.dataBytes * factor));
}

function disksOf(wish: StorageWish, dataBytes: number): CityDisk[] {
  const count = dataBytes < SMALLEST_DATA_DISK ? 0 : Math.ceil(dataBytes / LARGEST_DISK[wish.kind]);
  const each = Math.round(dataBytes / Math.max(1, count) / GIB) * GIB;
  const sizes = [wish.systemDiskBytes, ...Array.from({ length: count }, () => each)];
  const [prefix, model] = DISK_LOOKS[wish.technology];
  return sizes.map((sizeBytes, index) => ({ name: `${prefix}${letters(index)}`, sizeBytes, rotational: wish.kind === 'virtual' || index > 0, model }));
}

const DISK_LOOKS: Readonly<Record<CityServer['technology'], readonly [prefix: string, model: string | undefined]>> = {
  none: ['sd', 'LOGICAL VOLUME'], vmware: ['sd', 'Virtual disk'], microsoft: ['sd', 'Virtual Disk'], kvm: ['vd', undefined], xen: ['xvd', undefined],
};

/** 0 → a … 25 → z, 26 → aa, as the kernel counts disks. */
function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${letters(Math.floor(index / 26) - 1)}${letter}`;
}
