import { describe, expect, test } from 'vitest';
import { groupSightings } from './group-sightings.ts';
import { sightingIdOf, type IdentityReading, type Sighting } from './sighting.ts';
import { weighIdentity } from './weigh-identity.ts';

const MACHINE: IdentityReading = { place: '10.1.0.5:22 ', hostname: 'oa-01', machineId: 'm1', productUuid: 'u1', hostKey: 'ssh-ed25519 SHA256:k1', macs: ['52:54:00:00:00:01'], addresses: ['10.1.0.5'] };
const reading = (changes: Partial<IdentityReading>): IdentityReading => ({ ...MACHINE, place: 'elsewhere:22 ', ...changes });
const sighting = (changes: Partial<IdentityReading>): Sighting => {
  const made = reading(changes);
  return { ...made, id: sightingIdOf(made), serverId: '', firstAt: '', lastAt: '', runId: null, by: '' };
};
const BLIND = { productUuid: null, hostKey: null, macs: [], addresses: [] };

describe('N36 one machine under other names', () => {
  test.each([
    ['the same at another place', {}],
    ['renamed', { hostname: 'portal' }],
    ['by an account without root, under another name', { productUuid: null, hostname: 'portal' }],
    ['through another host key type', { hostKey: 'ssh-rsa SHA256:other' }],
    ['with exchanged network cards', { macs: ['aa:aa:aa:aa:aa:aa'] }],
    ['without cards and UUID, same name', { ...BLIND, hostname: 'OA-01' }],
    ['without ids, same name at the same address', { ...BLIND, machineId: null, addresses: ['10.1.0.5'] }],
  ])('%s', (_name, changes) => {
    expect(weighIdentity(MACHINE, reading(changes)).isSame).toBe(true);
    expect(weighIdentity(reading(changes), MACHINE)).toEqual(weighIdentity(MACHINE, reading(changes)));
  });
});

describe('N37 a cloned template is many machines', () => {
  test.each([
    ['a clone with its own UUID and card', { productUuid: 'u2', macs: ['52:54:00:00:00:02'] }],
    ['a clone seen without root, even of the same name and host key', { productUuid: null, macs: ['52:54:00:00:00:02'], addresses: [] }],
    ['an id alone, under another name', { ...BLIND, hostname: 'other' }],
    ['a machine installed anew', { machineId: 'm2', hostKey: 'ssh-ed25519 SHA256:k2' }],
    ['N04 a host key and a name alone', { machineId: 'm2', productUuid: 'u2', macs: [] }],
    ['a UUID a maker prints on every board', { ...BLIND, machineId: null, productUuid: '03000200-0400-0500-0006-000700080009', hostname: 'other' }],
  ])('%s', (_name, changes) => {
    expect(weighIdentity({ ...MACHINE, ...('productUuid' in changes && changes.productUuid?.startsWith('0300') ? { productUuid: changes.productUuid } : {}) }, reading(changes)).isSame).toBe(false);
  });
});

describe('groupSightings', () => {
  const names = (groups: Sighting[][]): string[] => groups.map((group) => group.map((each) => each.place).sort().join(' ')).sort();
  test('a contact between two joins them; two that are surely two keep apart whatever lies between', () => {
    const root = sighting({ place: 'a' });
    const between = sighting({ place: 'b', hostname: 'portal', productUuid: null });
    const clone = sighting({ place: 'c', productUuid: 'u2', macs: ['52:54:00:00:00:01', '52:54:00:00:00:09'], hostname: 'portal' });
    expect(names(groupSightings([root, between], () => false))).toEqual(['a b']);
    expect(groupSightings([root, between, clone], () => false)).toHaveLength(2);
  });

  test('what a person keeps apart stays apart', () => {
    const [one, two] = [sighting({ place: 'a' }), sighting({ place: 'b' })];
    expect(names(groupSightings([one, two], () => true))).toEqual(['a', 'b']);
  });
});
