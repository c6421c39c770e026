import { describe, expect, it } from 'vitest';
import { buildCity } from './build-city.ts';
import { FAULTS } from './city.ts';

describe('assignFaults', () => {
  it('shows every fault in the full city', () => {
    const { servers } = buildCity({ seed: 1, servers: 4717 });
    expect(new Set(servers.flatMap(({ fault }) => (fault === undefined ? [] : [fault])))).toEqual(new Set(FAULTS));
  });

  it.each([1, 2, 3])('keeps hosts that refuse the key far apart and platforms sound (seed %i)', (seed) => {
    const city = buildCity({ seed, servers: 4717 });
    const refusing = city.servers.filter(({ fault }) => fault === 'auth-refused').map(({ index }) => index);
    expect(refusing.length).toBeGreaterThan(20);
    refusing.slice(1).forEach((index, nth) => expect(index - (refusing[nth] ?? 0)).toBeGreaterThan(80));
    for (const { fault, systemIndex } of city.servers) if (systemIndex !== undefined && city.systems[systemIndex]?.kind !== 'ordinary') expect(fault).toBeUndefined();
  });

  it('has a host that refuses the key in a small city too', () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(buildCity({ seed, servers: 60 }).servers.filter(({ fault }) => fault === 'auth-refused').length).toBeLessThanOrEqual(1);
    expect([1, 2, 3, 4, 5].some((seed) => buildCity({ seed, servers: 60 }).servers.some(({ fault }) => fault === 'auth-refused'))).toBe(true);
  });
});
