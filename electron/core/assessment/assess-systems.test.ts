import { describe, expect, it } from 'vitest';
import { calendarDateSchema } from '../../../shared/kernel/calendar-date.ts';
import { serverIdSchema, systemIdSchema } from '../../../shared/kernel/ids.ts';
import { GIB } from '../../../shared/kernel/quantities.ts';
import { DEFAULT_STRATEGY_RULES } from '../../../shared/engine/strategy/default-rules.ts';
import { DEFAULT_SIZING_POLICY, sampleCatalogue } from '../catalogue/current-catalogue.ts';
import { serverAssessor, type EstateFrame } from './assess-server.ts';
import { assessSystems } from './assess-systems.ts';
import type { AssessedServerRow } from './store.ts';

const systemId = systemIdSchema.parse('y');
const server = (id: string, change: Partial<AssessedServerRow> = {}): AssessedServerRow => ({
  id: serverIdSchema.parse(id), hostname: id, systemId, kind: 'virtual', osId: 'centos', osVersion: '7.9', architecture: 'x86_64', vcpuCount: 4, memBytes: 8 * GIB, usedStorageBytes: 10 * GIB + 1, profile: null, ...change,
});
const rows = [server('a'), server('b', { osId: 'openeuler', osVersion: '22.03', vcpuCount: null }), server('loose', { systemId: null })];
const frame: EstateFrame = {
  systems: [{ id: systemId, name: 'Y', departmentId: 'd', departmentName: 'D', criticality: 'high', environment: 'production', protectionLevel: 3, classified: null, earliest: null, latest: null }],
  servedPorts: new Map([['y', [{ port: 3306, processName: 'mysqld' }]]]),
  peerCounts: new Map([['y', 2]]),
  rules: DEFAULT_STRATEGY_RULES,
  overrides: new Map(),
  catalogue: { catalogue: sampleCatalogue(), policy: DEFAULT_SIZING_POLICY, sample: true },
  asOf: calendarDateSchema.parse('2026-11-23'),
};

const assess = (given: EstateFrame) => assessSystems(rows.map(serverAssessor(given)), given);

describe('assessSystems', () => {
  const { servers, systems, serverById } = assess(frame);

  it('sizes every server, those of no system too', () => {
    expect(servers).toHaveLength(3);
    expect(serverById.get('a')).toMatchObject({ systemName: 'Y', sizing: { basis: 'as-allocated', requiredVcpu: 4 }, confidence: { stars: 1 } });
    expect(serverById.get('b')?.sizing.basis).toBe('none');
    expect(serverById.get('loose')?.systemName).toBeNull();
  });

  it('judges a system by all its servers: one unsupported release is enough', () => {
    expect(systems).toMatchObject([{ serverCount: 2, vcpuCount: 4, overridden: false, result: { ruleId: 'end-of-life-database', strategy: 'replatform' } }]);
  });

  it('prices flavours and begun GiB of storage', () => {
    const flavour = serverById.get('a')?.flavour?.pricePerMonthMinor ?? Number.NaN;
    expect(systems[0]?.pricePerMonthMinor).toBe(flavour + 21 * sampleCatalogue().storagePerGibMonthMinor);
  });

  it('lets a person decide', () => {
    const overridden = assess({ ...frame, overrides: new Map([['y', { strategy: 'retain' as const, reason: 'why' }]]) });
    expect(overridden.systems[0]).toMatchObject({ overridden: true, result: { strategy: 'retain', reason: 'why', effortPersonDays: 0 }, pricePerMonthMinor: 0 });
  });
});
