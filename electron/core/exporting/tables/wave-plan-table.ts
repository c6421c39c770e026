import { GIB } from '../../../../shared/kernel/quantities.ts';
import type { Wave } from '../../../../shared/model/plan.ts';
import type { ExportDataset, ExportSystem } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';

interface Row {
  readonly wave: Wave;
  readonly systems: readonly ExportSystem[];
  readonly teamLoadRatio: number | null;
  readonly linkLoadRatio: number | null;
  readonly violations: number;
}

const total = (row: Row, value: (system: ExportSystem) => number): number => row.systems.reduce((sum, system) => sum + value(system), 0);
const CUT_OVER_STATES = new Set(['cut-over', 'stabilising', 'accepted', 'source-retired']);

const COLUMNS: readonly Column<Row>[] = [
  { key: 'wave', kind: 'integer', value: (row) => row.wave.index },
  { key: 'from', kind: 'date', value: (row) => row.wave.from },
  { key: 'to', kind: 'date', value: (row) => row.wave.to },
  { key: 'cutOverFrom', kind: 'date', value: (row) => row.wave.cutOverFrom },
  { key: 'cutOverTo', kind: 'date', value: (row) => row.wave.cutOverTo },
  { key: 'departmentCount', kind: 'integer', value: (row) => new Set(row.systems.map((system) => system.departmentId)).size },
  { key: 'systemCount', kind: 'integer', value: (row) => row.systems.length },
  { key: 'serverCount', kind: 'integer', value: (row) => total(row, (system) => system.serverCount) },
  { key: 'vcpuCount', kind: 'integer', value: (row) => total(row, (system) => system.vcpuCount) },
  { key: 'usedStorageGib', kind: 'gibibytes', value: (row) => total(row, (system) => system.usedStorageBytes) / GIB },
  { key: 'effortPersonDays', kind: 'decimal', value: (row) => total(row, (system) => system.strategy.effortPersonDays) },
  { key: 'teamLoad', kind: 'ratio', value: (row) => row.teamLoadRatio },
  { key: 'linkLoad', kind: 'ratio', value: (row) => row.linkLoadRatio },
  { key: 'cutOverDone', kind: 'integer', value: (row) => row.systems.filter((system) => system.trackingState !== null && CUT_OVER_STATES.has(system.trackingState)).length },
  { key: 'violationCount', kind: 'integer', value: (row) => row.violations },
  { key: 'departments', kind: 'text', value: (row) => [...new Set(row.systems.map((system) => system.departmentName))].join('; '), width: 40 },
  { key: 'systems', kind: 'text', value: (row) => row.systems.map((system) => system.name).join('; '), width: 60 },
];

function highestRatio(loads: readonly { used: number; capacity: number }[]): number | null {
  const ratios = loads.filter((load) => load.capacity > 0).map((load) => load.used / load.capacity);
  return ratios.length === 0 ? null : Math.max(...ratios);
}

/** One row per wave: dates, contents, the fullest team and line, and what has been done. */
export function wavePlanTable(dataset: ExportDataset): Table {
  const plan = dataset.plan?.plan;
  const systems = new Map(dataset.systems.map((system) => [String(system.id), system]));
  const members = new Map<number, ExportSystem[]>();
  for (const assignment of plan?.assignments ?? []) {
    const system = systems.get(assignment.itemId);
    if (system === undefined) continue;
    const list = members.get(assignment.waveIndex) ?? [];
    list.push(system);
    members.set(assignment.waveIndex, list);
  }
  const rows = (plan?.waves ?? []).map((wave): Row => ({
    wave,
    systems: members.get(wave.index) ?? [],
    teamLoadRatio: highestRatio(wave.teamLoad.map((load) => ({ used: load.usedPersonDays, capacity: load.capacityPersonDays }))),
    linkLoadRatio: highestRatio(wave.linkLoad.map((load) => ({ used: load.usedBytes, capacity: load.capacityBytes }))),
    violations: (plan?.violations ?? []).filter((violation) => violation.waveIndex === wave.index).length,
  }));
  return tableOf('waves', COLUMNS, rows);
}
