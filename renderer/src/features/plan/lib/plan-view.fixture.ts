import { planSchema, planSettingsSchema, planSummarySchema } from '../../../../../shared/model/plan.ts';
import type { PlanView } from './plan-view.ts';

/** Three systems, two of them one move group, over two waves; one system fits nowhere. */
export function planViewFixture(): PlanView {
  const target = { ratio: 0.8, date: '2026-06-30', reachedOn: '2026-06-12', met: true, shortfall: 0 };
  return {
    summary: planSummarySchema.parse({ id: 'plan-1', revision: 1, name: 'A', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'mei', planHash: 'h', waveCount: 2, assignedCount: 3, unassignedCount: 1, violationCount: 2, targets: [target], current: true }),
    settings: planSettingsSchema.parse({
      startDate: '2026-05-18', waveLengthDays: 14, measure: 'systems', targets: [{ ratio: 0.8, date: '2026-06-30' }],
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [], makeUpDays: [] },
      freezes: [{ id: 'f1', name: 'Budget', from: '2026-04-20', to: '2026-05-20', departmentIds: null }, { id: 'f2', name: 'Tax', from: '2026-06-01', to: '2026-06-05', departmentIds: ['d1'] }],
      teams: [{ id: 't1', name: 'Alpha', personDaysPerDay: 4 }], links: [{ id: 'l1', name: 'Core', bitsPerSecond: 1e9, shareRatio: 0.5, hoursPerDay: 8, departmentIds: null }],
      maxSystemsPerWave: 40, maxSystemsPerDepartmentPerWave: 10, maxServersPerGroup: 60, pilotSystems: 5, precedences: [], together: [], pins: {},
    }),
    plan: planSchema.parse({
      schema: 1, problemHash: 'p', planHash: 'h',
      groups: [{ id: 'g1', itemIds: ['a', 'b'], reasons: [{ kind: 'hard-dependency', itemIds: ['a', 'b'] }] }, { id: 'g2', itemIds: ['c'], reasons: [{ kind: 'single', itemIds: ['c'] }] }],
      waves: [
        { index: 1, from: '2026-05-18', to: '2026-05-31', cutOverFrom: '2026-05-27', cutOverTo: '2026-05-29', groupIds: ['g2'], teamLoad: [{ teamId: 't1', usedPersonDays: 10, capacityPersonDays: 40 }], linkLoad: [{ linkId: 'l1', usedBytes: 5, capacityBytes: 0 }] },
        { index: 2, from: '2026-06-01', to: '2026-06-14', cutOverFrom: '2026-06-10', cutOverTo: '2026-06-12', groupIds: ['g1'], teamLoad: [{ teamId: 't1', usedPersonDays: 44, capacityPersonDays: 40 }], linkLoad: [] },
      ],
      assignments: [
        { itemId: 'b', groupId: 'g1', waveIndex: 2, startWaveIndex: 1, cutOverDate: '2026-06-12', pinned: false },
        { itemId: 'a', groupId: 'g1', waveIndex: 2, startWaveIndex: 2, cutOverDate: '2026-06-11', pinned: true },
        { itemId: 'c', groupId: 'g2', waveIndex: 1, startWaveIndex: 1, cutOverDate: '2026-05-28', pinned: false },
      ],
      unassigned: [{ itemId: 'd', reason: 'horizon', params: {} }],
      violations: [{ rule: 'team-capacity', severity: 'hard', itemIds: [], waveIndex: 2, params: { teamId: 't1' } }, { rule: 'latest-date', severity: 'hard', itemIds: ['a'], waveIndex: 2, params: {} }],
      adoption: { systems: [], servers: [], vcpu: [], departments: [] }, targets: [target],
    }),
    items: [
      { id: 'a', name: 'Permits', departmentId: 'd1', departmentName: 'Housing', serverCount: 4, vcpuCount: 16, dataBytes: 100, strategy: 'rehost', criticality: 'vital', moves: true },
      { id: 'b', name: 'Archive', departmentId: 'd2', departmentName: 'Finance', serverCount: 2, vcpuCount: 8, dataBytes: 50, strategy: 'replatform', criticality: 'low', moves: true },
      { id: 'c', name: 'Portal', departmentId: 'd1', departmentName: 'Housing', serverCount: 1, vcpuCount: 2, dataBytes: 10, strategy: 'rehost', criticality: null, moves: true },
      { id: 'd', name: 'Tax', departmentId: 'd1', departmentName: 'Housing', serverCount: 9, vcpuCount: 32, dataBytes: 10, strategy: 'rehost', criticality: null, moves: true },
    ],
  };
}
