import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { CityDepartment } from './city.ts';
import { type BureauRow, CONTACT_TITLES, DISTRICTS, DISTRICT_BUREAUS, MUNICIPAL_BUREAUS, MUNICIPAL_INSTITUTIONS, SURNAMES } from './data/bureaus.ts';

/** All 240 departments in order of weight: bureaus, their institutions, then the districts bureau by bureau. */
function allBureaus(): BureauRow[] {
  const districts = DISTRICT_BUREAUS.flatMap(([name, code, sector]) => DISTRICTS.map(([district, prefix]): BureauRow => [`${district}${name}`, `${prefix}${code}`, sector]));
  return [...MUNICIPAL_BUREAUS, ...MUNICIPAL_INSTITUTIONS, ...districts];
}

/** The first `count` departments of the city; the platform owners are always among them. */
export function nameDepartments(random: SeededRandom, count: number): CityDepartment[] {
  return allBureaus().slice(0, count).map(([name, code, sector]) => ({
    name, code: code.toUpperCase(), sector, contact: `${random.pick(SURNAMES)}${random.pick(CONTACT_TITLES)}`,
  }));
}
