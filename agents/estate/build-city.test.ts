import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSchema } from '../../shared/model/department.ts';
import { buildCity } from './build-city.ts';
import type { City } from './city.ts';
import { FULL_CITY, citySize } from './city-size.ts';

const storageOf = (city: City): number => city.servers.reduce((sum, server) => sum + server.disks.reduce((bytes, disk) => bytes + disk.sizeBytes, 0), 0);
const arbitrarySize = fc.integer({ min: 20, max: 400 });

describe('buildCity', () => {
  it('is the model case at full size', () => {
    const city = buildCity({ seed: 1, servers: 4717 });
    expect(city.departments).toHaveLength(240);
    expect(city.systems).toHaveLength(900);
    expect(city.servers).toHaveLength(4717);
    expect(city.servers.filter(({ kind }) => kind === 'physical')).toHaveLength(857);
    expect(storageOf(city) / FULL_CITY.storageBytes).toBeCloseTo(1, 2);
    const silent = city.servers.filter(({ fault, os }) => (fault !== undefined && fault !== 'slow') || os.family !== 'linux').length / 4717;
    expect(silent).toBeGreaterThan(0.07);
    expect(silent).toBeLessThan(0.13);
    const withHistory = city.servers.filter(({ history }) => history !== undefined).length / 4717;
    expect(withHistory).toBeGreaterThan(0.66);
    expect(withHistory).toBeLessThan(0.75);
    expect(new Set(city.servers.map(({ hostname }) => hostname.toLowerCase())).size).toBe(4717);
    expect(new Set(city.servers.map(({ address }) => address)).size).toBe(4717);
    expect(new Set(city.systems.map(({ name }) => name)).size).toBe(900);
    expect(new Set(city.departments.flatMap(({ name, code }) => [name, code])).size).toBe(480);
  });

  it('gives a small city 8 departments and 18 systems, one of them classified', () => {
    const city = buildCity({ seed: 1, servers: 60 });
    expect([city.departments.length, city.systems.length, city.servers.length]).toEqual([8, 18, 60]);
    expect(city.systems.some(({ classified }) => classified)).toBe(true);
  });

  it('is the same city for the same seed and size, and another for another seed', () => {
    fc.assert(fc.property(fc.nat(), arbitrarySize, (seed, servers) => {
      expect(buildCity({ seed, servers })).toEqual(buildCity({ seed, servers }));
    }), { numRuns: 10 });
    expect(buildCity({ seed: 1, servers: 60 })).not.toEqual(buildCity({ seed: 2, servers: 60 }));
  });

  it('keeps names and addresses unique, and classified systems off the machines', () => {
    fc.assert(fc.property(fc.nat(), arbitrarySize, (seed, servers) => {
      const city = buildCity({ seed, servers });
      const size = citySize(servers);
      expect([city.departments.length, city.systems.length, city.servers.length]).toEqual([size.departments, size.systems, servers]);
      expect(city.servers.filter(({ kind }) => kind === 'physical')).toHaveLength(size.physicalServers);
      expect(storageOf(city) / size.storageBytes).toBeCloseTo(1, 1);
      for (const names of [city.departments.map(({ name }) => name), city.departments.map(({ code }) => code), city.systems.map(({ name }) => name), city.systems.map(({ code }) => code), city.servers.map(({ hostname }) => hostname), city.servers.map(({ address }) => address)]) {
        expect(new Set(names).size).toBe(names.length);
      }
      city.systems.forEach(({ name, departmentIndex, classified }, index) => {
        expect(nameSchema.parse(name).normalize('NFKC')).toBe(name);
        expect(city.departments[departmentIndex]).toBeDefined();
        expect(city.servers.some(({ systemIndex }) => systemIndex === index)).toBe(!classified);
      });
    }), { numRuns: 25 });
  });

  it('connects machines that exist, on ports that the server side listens on', () => {
    const city = buildCity({ seed: 3, servers: 300 });
    for (const { client, server } of city.flows) {
      expect(client).not.toBe(server);
      for (const end of [client, server]) if (typeof end === 'number') expect(city.servers[end]).toBeDefined();
    }
    const department = (end: number | string): number | undefined => (typeof end === 'number' ? city.servers[end]?.departmentIndex : undefined);
    expect(city.flows.some(({ client, server }) => department(client) !== department(server))).toBe(true);
  });

  it('refuses a size outside its range', () => {
    expect(() => buildCity({ seed: 1, servers: 19 })).toThrow(RangeError);
    expect(() => buildCity({ seed: 1, servers: 4718 })).toThrow(RangeError);
  });
});
