import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import { apportion } from './apportion.ts';
import type { CityDepartment, CitySystem, Criticality, Environment, SystemKind } from './city.ts';
import { SURNAMES } from './data/bureaus.ts';
import { COMMON_TITLES, PLATFORM_TITLES, SECTOR_TITLES, type TitleRow } from './data/system-titles.ts';
import { shuffled } from './weighted-pick.ts';

const CRITICALITY: readonly Criticality[] = ['low', 'medium', 'high', 'vital'];
const DOWNTIME_HOURS: Readonly<Record<Criticality, readonly number[]>> = { low: [24, 48, 72], medium: [8, 12, 24], high: [2, 4, 8], vital: [0.5, 1, 2] };
/** Platforms in the order of departments that own them. */
const PLATFORMS: readonly (readonly [owner: number, kind: Exclude<SystemKind, 'ordinary'>])[] = [[0, 'identity'], [0, 'exchange'], [0, 'infrastructure'], [1, 'gis'], [2, 'video']];
const MOST_PER_DEPARTMENT = 40;
/** The police keep at least one classified system, in a small city too. */
const POLICE = 2;

/** The city's service systems, platforms first within their departments; Zipf-like sizes of departments. */
export function layOutSystems(random: SeededRandom, departments: readonly CityDepartment[], count: number): CitySystem[] {
  const platformsOf = departments.map((_, index) => PLATFORMS.filter(([owner]) => owner === index).map(([, kind]) => kind));
  const weights = departments.map((_, index) => (index + 4) ** -0.75);
  const counts = apportion(count, weights, platformsOf.map((platforms) => Math.max(1, platforms.length)), MOST_PER_DEPARTMENT);
  return departments.flatMap((department, departmentIndex) => {
    const stream = random.fork(department.code);
    const platforms = platformsOf[departmentIndex] ?? [];
    const ordinary = ordinaryTitles(stream, department.sector, (counts[departmentIndex] ?? 0) - platforms.length);
    const drafts: CitySystem[] = [
      ...platforms.map((kind, index) => makeSystem(stream, { department, departmentIndex, index, kind, row: [PLATFORM_TITLES[kind], 4], environment: 'production' })),
      ...ordinary.map(({ row, environment }, index) => makeSystem(stream, { department, departmentIndex, index: platforms.length + index, kind: 'ordinary', row, environment })),
    ];
    return departmentIndex === POLICE ? drafts.map((system, index) => (index > 0 && index === drafts.length - 1 ? { ...system, classified: true } : system)) : drafts;
  });
}

interface Draft { readonly department: CityDepartment; readonly departmentIndex: number; readonly index: number; readonly kind: SystemKind; readonly row: TitleRow; readonly environment: Environment }

const ENVIRONMENT_SUFFIX: Readonly<Record<Environment, string>> = { production: '', staging: '预发布环境', test: '测试环境', development: '开发环境', training: '培训环境', recovery: '灾备环境' };

/** Own sector's titles twice as often as common ones; past the end of the list come further environments. */
function ordinaryTitles(random: SeededRandom, sector: string, count: number): { row: TitleRow; environment: Environment }[] {
  const own = shuffled(random, SECTOR_TITLES.get(sector) ?? []);
  const common = shuffled(random, COMMON_TITLES);
  const production: TitleRow[] = [];
  while (own.length + common.length > 0) production.push(...own.splice(0, 2), ...common.splice(0, 1));
  const chosen: { row: TitleRow; environment: Environment }[] = [];
  for (const row of production) {
    chosen.push({ row, environment: 'production' });
    if (row[1] >= 3 && random.next() < 0.22) chosen.push({ row, environment: random.pick(['test', 'test', 'staging', 'development', 'training', 'recovery'] as const) });
  }
  const extra = production.map((row): { row: TitleRow; environment: Environment } => ({ row, environment: 'test' })).filter(({ row }) => !chosen.some((entry) => entry.row === row && entry.environment === 'test'));
  return [...chosen, ...extra].slice(0, count);
}

function makeSystem(random: SeededRandom, { department, departmentIndex, index, kind, row: [title, level], environment }: Draft): CitySystem {
  const criticality = environment === 'production' ? CRITICALITY[level - 1] ?? 'medium' : 'low';
  const known = (share: number): boolean => kind !== 'ordinary' || random.next() < share;
  const protectionLevel = level === 4 ? 3 : level === 3 ? random.pick([2, 3] as const) : level === 2 ? 2 : random.pick([1, 2] as const);
  const classified = kind === 'ordinary' && random.next() < (department.sector === '政法公安' ? 0.12 : 0.015);
  return {
    name: `${department.name}${title}${ENVIRONMENT_SUFFIX[environment]}`,
    code: `${department.code}-${String(index + 1).padStart(2, '0')}`,
    kind, departmentIndex, environment, classified,
    criticality: known(0.88) ? criticality : undefined,
    protectionLevel: known(0.85) ? protectionLevel : undefined,
    owner: `${random.pick(SURNAMES)}工`,
    downtimeHours: known(0.7) ? random.pick(DOWNTIME_HOURS[criticality]) : undefined,
  };
}
