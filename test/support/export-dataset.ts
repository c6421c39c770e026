import type { ExportDataset, ExportServer, ExportSystem } from '../../electron/core/exporting/dataset.ts';
import { adoptionTargetSchema, planSchema, planSettingsSchema } from '../../shared/model/plan.ts';
import { departmentSchema } from '../../shared/model/department.ts';
import { serviceSystemSchema } from '../../shared/model/service-system.ts';
import { serverSchema } from '../../shared/model/server.ts';
import { trackingEntrySchema } from '../../shared/model/tracking.ts';

/** Text a scanned host may send: formula, markup, escape sequence, line break, bidi override. */
export const HOSTILE_NAME = '=HYPERLINK("http://x")<b>&\u001b[31m\r\n\u202egnp';

const department = departmentSchema.parse({ id: 'd-1', name: '财政局', code: 'CZ', sector: '财税', contact: null });

function system(id: string, name: string): ExportSystem {
  return {
    ...serviceSystemSchema.parse({ id, name, code: null, departmentId: 'd-1', criticality: 'high', environment: 'production', protectionLevel: 3, classified: false, owner: '王工', downtimeHours: 4, earliestCutOver: null, latestCutOver: null, note: null }),
    departmentName: department.name, serverCount: 2, vcpuCount: 12, memBytes: 24 * 1024 ** 3, usedStorageBytes: 300 * 1024 ** 3,
    strategy: { strategy: 'rehost', layer: 'IaaS', ruleId: 'default', reason: 'No rule asks for more.', facts: [], effortPersonDays: 12.5, rejectedRuleCount: 3 },
    pricePerMonthMinor: 123_456, trackingState: id === 's-1' ? 'accepted' : null, trackedOn: id === 's-1' ? '2027-01-21' : null,
  };
}

function server(id: string, hostname: string, systemId: string): ExportServer {
  return {
    ...serverSchema.parse({
      id, hostname, address: '10.1.0.5', departmentId: 'd-1', departmentName: department.name, systemId, systemName: '预算系统', kind: 'virtual', technology: 'kvm', osId: 'kylin', osName: 'Kylin Linux Advanced Server V10', osVersion: 'V10', kernel: '4.19.90', architecture: 'aarch64', cpuModel: 'Kunpeng 920', vcpuCount: 8, memBytes: 16 * 1024 ** 3, diskBytes: 200 * 1024 ** 3, usedStorageBytes: 150 * 1024 ** 3, cpuP95Ratio: 0.2137, memP95Ratio: 0.61, sampleCount: 4320, confidenceStars: 4, packageCount: 612, listenerCount: 9, uptimeSeconds: 86_400, environment: 'production', note: null, tag: null, scanState: 'scanned', lastErrorCode: null, lastSeenAt: '2026-11-20T03:04:05.000Z', overridden: ['memBytes'],
    }),
    sizing: { basis: 'measured', flavourId: 'k1.large', requiredVcpu: 2.4, requiredMemBytes: 12 * 1024 ** 3, reasons: [], pricePerMonthMinor: 61_728 },
    flavourName: 'k1.large 4 vCPU 16 GiB',
  };
}

const settings = planSettingsSchema.parse({
  startDate: '2027-01-04', waveLengthDays: 14, measure: 'systems', targets: [adoptionTargetSchema.parse({ ratio: 0.8, date: '2027-06-30' })],
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [{ name: '春节', from: '2027-02-06', to: '2027-02-12' }], makeUpDays: ['2027-02-13'] },
  freezes: [{ id: 'f-1', name: '两会', from: '2027-01-11', to: '2027-01-13', departmentIds: null }], teams: [{ id: 'mig', name: '迁移组', personDaysPerDay: 5 }],
  links: [], maxSystemsPerWave: 30, maxSystemsPerDepartmentPerWave: 5, maxServersPerGroup: 60, pilotSystems: 5, precedences: [{ before: 's-1', after: 's-2' }], together: [], pins: {},
});

const plan = planSchema.parse({
  schema: 1, problemHash: 'a'.repeat(64), planHash: 'b'.repeat(64),
  groups: [{ id: 'g-1', itemIds: ['s-1'], reasons: [] }, { id: 'g-2', itemIds: ['s-2'], reasons: [] }],
  waves: [
    { index: 1, from: '2027-01-04', to: '2027-01-17', cutOverFrom: '2027-01-14', cutOverTo: '2027-01-15', groupIds: ['g-1'], teamLoad: [{ teamId: 'mig', usedPersonDays: 12.5, capacityPersonDays: 35 }], linkLoad: [] },
    { index: 2, from: '2027-01-18', to: '2027-01-31', cutOverFrom: '2027-01-25', cutOverTo: '2027-01-29', groupIds: ['g-2'], teamLoad: [{ teamId: 'mig', usedPersonDays: 12.5, capacityPersonDays: 50 }], linkLoad: [] },
  ],
  assignments: [
    { itemId: 's-1', groupId: 'g-1', waveIndex: 1, startWaveIndex: 1, cutOverDate: '2027-01-15', pinned: false },
    { itemId: 's-2', groupId: 'g-2', waveIndex: 2, startWaveIndex: 1, cutOverDate: '2027-01-29', pinned: true },
  ],
  unassigned: [{ itemId: 's-3', reason: 'team-capacity', params: {} }], violations: [],
  adoption: { systems: [{ date: '2027-01-15', adopted: 1, total: 3, ratio: 1 / 3 }, { date: '2027-01-29', adopted: 2, total: 3, ratio: 2 / 3 }], servers: [], vcpu: [], departments: [] },
  targets: [{ ratio: 0.8, date: '2027-06-30', reachedOn: null, met: false, shortfall: 1 }],
});

/** A small whole dataset with a hostile host name, an unplaced system and a freeze. */
export function exportDataset(): ExportDataset {
  return {
    projectName: '示例市上云', asOf: '2026-11-23T08:00:00.000Z', currency: 'CNY', departments: [department],
    systems: [system('s-1', '预算系统'), system('s-2', '国库系统'), system('s-3', HOSTILE_NAME)],
    servers: [server('v-1', 'cz-ys-web01', 's-1'), server('v-2', HOSTILE_NAME, 's-2')],
    flows: [{ fromName: 'cz-ys-web01', toName: 'cz-gk-db01', transport: 'tcp', port: 5236, processName: 'java', connections: 12, firstSeenAt: '2026-11-20T03:04:05.000Z', lastSeenAt: '2026-11-21T03:04:05.000Z' }],
    plan: { name: 'r1', revision: 1, createdAt: '2026-11-22T00:00:00.000Z', plan, settings, effortByItem: { 's-1': { mig: 12.5 }, 's-2': { mig: 20 } } },
    tracking: [trackingEntrySchema.parse({ systemId: 's-1', state: 'accepted', on: '2027-01-21', evidence: '验收单 2027-017', by: '李', recordedAt: '2027-01-21T08:00:00.000Z' })],
    progress: null,
    scanErrors: [{ host: '10.1.0.9', name: null, departmentName: '财政局', state: 'failed', finishedAt: '2026-11-20T03:05:00.000Z', error: { code: 'REFUSED', params: {} } }],
  };
}
