import { describe, expect, it } from 'vitest';
import { buildCity } from './build-city.ts';
import { softwareByKey } from './data/role-software.ts';
import { flowsByServer } from './host-view.ts';

const city = buildCity({ seed: 8, servers: 4717 });
const server = (end: number | string) => (typeof end === 'number' ? city.servers[end] : undefined);

describe('connectFlows', () => {
  it('keeps most calls between ordinary systems in the department, then in the sector', () => {
    const reach = { department: 0, sector: 0, beyond: 0 };
    for (const flow of city.flows) {
      const [from, to] = [server(flow.client), server(flow.server)];
      const kinds = [from, to].map((end) => (end?.systemIndex === undefined ? undefined : city.systems[end.systemIndex]?.kind));
      if (from === undefined || to === undefined || from.systemIndex === to.systemIndex || kinds.some((kind) => kind !== 'ordinary')) continue;
      const [own, other] = [from, to].map(({ departmentIndex }) => city.departments[departmentIndex]?.sector);
      reach[from.departmentIndex === to.departmentIndex ? 'department' : own === other ? 'sector' : 'beyond'] += 1;
    }
    const total = reach.department + reach.sector + reach.beyond;
    expect(total).toBeGreaterThan(800);
    expect(reach.department / total).toBeGreaterThan(0.4);
    expect(reach.sector / total).toBeGreaterThan(0.2);
    expect(reach.beyond / total).toBeGreaterThan(0.05);
  });

  it('is seen alike from both ends, on a port the server side listens on', () => {
    const seen = flowsByServer(city);
    for (const { client, server: serving, port } of city.flows) {
      const [from, to] = [server(client), server(serving)];
      if (to === undefined || from === undefined) continue;
      expect(softwareByKey(to.software).ports).toContain(port);
      expect(seen[to.index]).toContainEqual(expect.objectContaining({ direction: 'in', peerAddress: from.address, port }));
      expect(seen[from.index]).toContainEqual(expect.objectContaining({ direction: 'out', peerAddress: to.address, port }));
    }
  });

  it('makes hubs of the platforms and leaves peers that no list names', () => {
    const callers = new Map<number, Set<number>>();
    for (const { client, server: serving } of city.flows) {
      const [from, to] = [server(client), server(serving)];
      if (from?.systemIndex === undefined || to?.systemIndex === undefined) continue;
      callers.set(to.systemIndex, (callers.get(to.systemIndex) ?? new Set()).add(from.systemIndex));
    }
    const exchange = city.systems.findIndex(({ kind }) => kind === 'exchange');
    expect(callers.get(exchange)?.size).toBeGreaterThan(200);
    expect(city.flows.some(({ client }) => typeof client === 'string')).toBe(true);
    expect(city.flows.some(({ server: serving }) => typeof serving === 'string')).toBe(true);
  });
});
