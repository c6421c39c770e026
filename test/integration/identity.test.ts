import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenProject } from '../../electron/core/db/index.ts';
import { recordHostFacts } from '../../electron/core/inventory/index.ts';
import { readServerDetail } from '../../electron/core/inventory/server-detail.ts';
import { rejoinServer, splitServer } from '../../electron/core/inventory/identity/split-server.ts';
import { countingIds, hostFacts, hostRecord, TEST_INSTANT } from '../support/builders.ts';
import { openTestProject } from '../support/open-test-project.ts';

/** How a machine shows itself at one place. */
interface Look {
  readonly place: string;
  readonly hostname: string;
  readonly machineId: string | undefined;
  readonly uuid: string | undefined;
  readonly mac: string | undefined;
  readonly hostKey: string;
  readonly address: string;
  readonly threads: number;
}

const LOOK: Look = { place: '10.1.0.5:22 ', hostname: 'oa-01', machineId: 'm1', uuid: 'u1', mac: '52:54:00:00:00:01', hostKey: 'ssh-ed25519 SHA256:k1', address: '10.1.0.5', threads: 8 };

function meet(project: OpenProject, look: Look, newId: () => string, at = TEST_INSTANT): string {
  const { hostname, machineId, uuid, mac, address, threads } = look;
  const facts = hostFacts({
    collectedAt: at, cpu: { threads }, flows: [{ transport: 'tcp', direction: 'outbound', peerAddress: '10.9.9.9', port: threads, processName: 'java', connections: 1 }],
    identity: { hostname, ...(machineId === undefined ? {} : { machineId }), ...(uuid === undefined ? {} : { productUuid: uuid }) },
    nics: [{ name: 'eth0', ...(mac === undefined ? {} : { mac }), addresses: [{ address, prefixLength: 24, family: 'ipv4' }] }],
  });
  return recordHostFacts(project, hostRecord({ newId, facts, at, place: look.place, hostKey: look.hostKey, target: { host: look.place.split(':')[0] ?? '', name: null, departmentName: null, tag: null } })).serverId;
}

const later = (minutes: number): string => new Date(Date.parse(TEST_INSTANT) + minutes * 60_000).toISOString();
const count = (project: OpenProject, table: string): number => project.allRaw<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0;

describe('identity', () => {
  test('N36 a host seen by three names and addresses is one server, and says why', () => {
    const project = openTestProject();
    const newId = countingIds();
    const first = meet(project, LOOK, newId);
    expect(meet(project, { ...LOOK, place: 'portal.city:22 ', hostname: 'portal', address: '10.2.0.5' }, newId, later(1))).toBe(first);
    expect(meet(project, { ...LOOK, place: '10.3.0.5:2222 ', hostname: 'oa.city', uuid: undefined, address: '10.3.0.5' }, newId, later(2))).toBe(first);
    const { identity } = readServerDetail(project, first);
    expect(identity.sightings.map(({ place }) => place)).toEqual(['10.1.0.5:22 ', 'portal.city:22 ', '10.3.0.5:2222 ']);
    expect(identity.sightings[2]?.because.filter(({ weight }) => weight > 0).map(({ kind }) => kind)).toEqual(['machine-id', 'mac', 'host-key']);
    expect(identity.findings).toEqual([]);
  });

  test('N36 two servers become one when a later contact shows that they are; nothing a person entered is lost, the audit tells of it', () => {
    const project = openTestProject();
    const newId = countingIds();
    const one = meet(project, { ...LOOK, machineId: undefined, mac: undefined, uuid: 'u1' }, newId);
    const two = meet(project, { ...LOOK, place: 'b:22 ', hostname: 'b', uuid: undefined, address: '10.2.0.1', threads: 4 }, newId, later(1));
    expect(two).not.toBe(one);
    project.note(() => project.runRaw("INSERT INTO observation (server_id, field, value, source, by, at) VALUES (?, 'note', '\"kept\"', 'entered', 'a', ?)", two, TEST_INSTANT));
    const joined = meet(project, { ...LOOK, place: 'c:22 ', hostname: 'b', address: '10.1.0.5', threads: 16 }, newId, later(2));
    expect([joined, count(project, 'server')]).toEqual([one, 1]);
    expect(project.allRaw('SELECT vcpu_count, note, machine_id, product_uuid FROM server')).toEqual([{ vcpu_count: 16, note: 'kept', machine_id: 'm1', product_uuid: 'u1' }]);
    expect(count(project, 'evidence')).toBe(3);
    const [row] = project.allRaw<{ summary: string }>("SELECT summary FROM audit WHERE action = 'inventory.mergeServers'");
    expect(JSON.parse(row?.summary ?? '{}')).toMatchObject({ kept: one, merged: two });
    expect(project.allRaw('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('N36 a merge is taken back by a person, each side keeps its own facts, and the next scan does not join them again', () => {
    const project = openTestProject();
    const newId = countingIds();
    const other: Look = { ...LOOK, place: 'b:22 ', hostname: 'b', address: '10.2.0.1', threads: 4 };
    const server = meet(project, LOOK, newId);
    meet(project, other, newId, later(1));
    const options = { by: 'tester', at: later(2), newId };
    expect(() => splitServer(project, server, 'nowhere', options)).toThrow(expect.objectContaining({ code: 'record.not_found' }));
    const { serverId } = splitServer(project, server, 'b:22 ', options);
    expect(serverId).not.toBe(server);
    const threads = () => project.allRaw('SELECT id, vcpu_count AS threads, hostname FROM server ORDER BY created_at, id');
    const apart = [{ id: server, threads: 8, hostname: 'oa-01' }, { id: serverId, threads: 4, hostname: 'b' }];
    expect(threads()).toEqual(apart);
    expect([server, serverId].map((id) => readServerDetail(project, id).facts?.cpu?.threads)).toEqual([8, 4]);
    expect([meet(project, other, newId, later(3)), meet(project, LOOK, newId, later(4)), meet(project, { ...other, mac: '52:54:00:00:00:77' }, newId, later(5))]).toEqual([serverId, server, serverId]);
    expect(threads()).toEqual(apart);
    expect(() => splitServer(project, server, LOOK.place, options)).toThrow(expect.objectContaining({ code: 'identity.only_place' }));
    expect(rejoinServer(project, serverId, options)).toEqual({ serverId: server, removed: 1 });
    expect(count(project, 'server')).toBe(1);
    expect(project.allRaw('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('N37 N04 clones of one template stay servers of their own, each says what it shares', () => {
    const project = openTestProject();
    const newId = countingIds();
    const ids = Array.from({ length: 40 }, (_, index) => meet(project, { ...LOOK, place: `10.1.0.${index}:22 `, hostname: `vm-${index}`, uuid: undefined, mac: `52:54:00:00:01:${String(index).padStart(2, '0')}`, address: `10.1.0.${index}` }, newId));
    expect(new Set(ids).size).toBe(40);
    const { findings } = readServerDetail(project, ids[3] ?? '').identity;
    expect(findings.map(({ kind, count: others }) => [kind, others])).toEqual([['cloned-machine-id', 39], ['cloned-host-key', 39]]);
    expect(findings[0]?.servers[0]).toMatchObject({ hostname: 'vm-0' });
  });

  test('N36 N37 the order of scans does not matter for the servers that result', () => {
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const look: fc.Arbitrary<Look> = fc.record({
      place: fc.constantFrom('a:22 ', 'b:22 ', 'c:22 ', 'd:22 ', 'e:22 '), hostname: fc.constantFrom('n1', 'n2'), machineId: optional(fc.constantFrom('m1', 'm2')), uuid: optional(fc.constantFrom('u1', 'u2')),
      mac: optional(fc.constantFrom('52:54:00:00:00:01', '52:54:00:00:00:02')), hostKey: fc.constantFrom('ssh-ed25519 SHA256:k1', 'ssh-ed25519 SHA256:k2'), address: fc.constantFrom('10.1.0.1', '10.1.0.2'), threads: fc.constantFrom(2, 4),
    });
    const looks = fc.uniqueArray(look, { minLength: 2, maxLength: 7, selector: (each) => JSON.stringify(each) });
    const partition = (project: OpenProject): string[] =>
      project.allRaw<{ ids: string }>("SELECT group_concat(id, ' ') AS ids FROM (SELECT id, server_id FROM server_sighting ORDER BY id) GROUP BY server_id").map((row) => row.ids).sort();
    const scan = (order: readonly { readonly look: Look; readonly at: string }[]): string[] => {
      const project = openTestProject();
      const newId = countingIds();
      for (const contact of order) meet(project, contact.look, newId, contact.at);
      expect(project.allRaw('PRAGMA foreign_key_check')).toEqual([]);
      const found = partition(project);
      expect(found).toHaveLength(count(project, 'server'));
      project.close();
      return found;
    };
    fc.assert(
      fc.property(looks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([first, second]) => {
        const dated = new Map(first.map((each, index) => [each, later(index)]));
        const contact = (each: Look) => ({ look: each, at: dated.get(each) ?? TEST_INSTANT });
        expect(scan(second.map(contact))).toEqual(scan(first.map(contact)));
      }),
      { numRuns: 40 },
    );
  });
});
