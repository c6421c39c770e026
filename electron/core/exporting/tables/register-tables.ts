import type { ExportDataset } from '../dataset.ts';
import { tableOf, type Table } from '../table.ts';
import { placementsByItem } from './placements.ts';

/** One row per department with how much it owns. */
export function departmentsTable(dataset: ExportDataset): Table {
  const systems = Map.groupBy(dataset.systems, (system) => system.departmentId);
  const servers = Map.groupBy(dataset.servers, (server) => server.departmentId);
  return tableOf('departments', [
    { key: 'departmentId', kind: 'text', value: (row) => row.id, hidden: true },
    { key: 'department', kind: 'text', value: (row) => row.name, width: 26 },
    { key: 'departmentCode', kind: 'text', value: (row) => row.code },
    { key: 'sector', kind: 'text', value: (row) => row.sector },
    { key: 'contact', kind: 'text', value: (row) => row.contact },
    { key: 'systemCount', kind: 'integer', value: (row) => systems.get(row.id)?.length ?? 0 },
    { key: 'serverCount', kind: 'integer', value: (row) => servers.get(row.id)?.length ?? 0 },
  ], dataset.departments);
}

/** One row per dependency that was seen between two machines. */
export function flowsTable(dataset: ExportDataset): Table {
  return tableOf('flows', [
    { key: 'fromName', kind: 'text', value: (row) => row.fromName, width: 24 },
    { key: 'toName', kind: 'text', value: (row) => row.toName, width: 24 },
    { key: 'transport', kind: 'text', value: (row) => row.transport },
    { key: 'port', kind: 'integer', value: (row) => row.port },
    { key: 'processName', kind: 'text', value: (row) => row.processName },
    { key: 'connections', kind: 'integer', value: (row) => row.connections },
    { key: 'firstSeenAt', kind: 'instant', value: (row) => row.firstSeenAt, width: 20 },
    { key: 'lastSeenAt', kind: 'instant', value: (row) => row.lastSeenAt, width: 20 },
  ], dataset.flows);
}

/** One row per system that moves: its group, its wave and its day, or why it has none. */
export function assignmentsTable(dataset: ExportDataset): Table {
  const placements = placementsByItem(dataset.plan?.plan);
  const rows = dataset.systems.flatMap((system) => {
    const placement = placements.get(system.id);
    return placement === undefined ? [] : [{ system, placement }];
  });
  return tableOf('assignments', [
    { key: 'systemId', kind: 'text', value: (row) => row.system.id, hidden: true },
    { key: 'system', kind: 'text', value: (row) => row.system.name, width: 28 },
    { key: 'department', kind: 'text', value: (row) => row.system.departmentName, width: 22 },
    { key: 'group', kind: 'text', value: (row) => row.placement.groupId },
    { key: 'startWave', kind: 'integer', value: (row) => row.placement.startWaveIndex },
    { key: 'wave', kind: 'integer', value: (row) => row.placement.waveIndex },
    { key: 'cutOverDate', kind: 'date', value: (row) => row.placement.cutOverDate },
    { key: 'pinned', kind: 'text', value: (row) => (row.placement.pinned === true ? 'yes' : 'no') },
    { key: 'unassignedReason', kind: 'text', value: (row) => row.placement.unassignedReason },
  ], rows);
}

/** One row per entry of the ledger of what really happened. */
export function trackingTable(dataset: ExportDataset): Table {
  const names = new Map(dataset.systems.map((system) => [system.id, system.name]));
  return tableOf('tracking', [
    { key: 'systemId', kind: 'text', value: (row) => row.systemId, hidden: true },
    { key: 'system', kind: 'text', value: (row) => names.get(row.systemId), width: 28 },
    { key: 'trackingState', kind: 'text', value: (row) => row.state },
    { key: 'trackedOn', kind: 'date', value: (row) => row.on },
    { key: 'evidence', kind: 'text', value: (row) => row.evidence, width: 40 },
    { key: 'recordedBy', kind: 'text', value: (row) => row.by },
    { key: 'recordedAt', kind: 'instant', value: (row) => row.recordedAt, width: 20 },
  ], dataset.tracking);
}

/** One row per host that gave no facts or not all, with its code. */
export function scanErrorsTable(dataset: ExportDataset): Table {
  return tableOf('scan-errors', [
    { key: 'address', kind: 'text', value: (row) => row.host, width: 18 },
    { key: 'hostname', kind: 'text', value: (row) => row.name, width: 24 },
    { key: 'department', kind: 'text', value: (row) => row.departmentName, width: 22 },
    { key: 'scanState', kind: 'text', value: (row) => row.state },
    { key: 'lastErrorCode', kind: 'text', value: (row) => row.error.code, width: 22 },
    { key: 'lastSeenAt', kind: 'instant', value: (row) => row.finishedAt, width: 20 },
  ], dataset.scanErrors);
}
