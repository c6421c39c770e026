import { GIB } from '../../../../shared/kernel/quantities.ts';
import type { ExportDataset, ExportServer } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';

const gib = (bytes: number | null): number | null => (bytes === null ? null : bytes / GIB);

const COLUMNS: readonly Column<ExportServer>[] = [
  { key: 'serverId', kind: 'text', value: (server) => server.id, hidden: true },
  { key: 'hostname', kind: 'text', value: (server) => server.hostname, width: 24 },
  { key: 'address', kind: 'text', value: (server) => server.address, width: 16 },
  { key: 'department', kind: 'text', value: (server) => server.departmentName, width: 22 },
  { key: 'system', kind: 'text', value: (server) => server.systemName, width: 26 },
  { key: 'kind', kind: 'text', value: (server) => server.kind },
  { key: 'technology', kind: 'text', value: (server) => server.technology },
  { key: 'osName', kind: 'text', value: (server) => server.osName, width: 26 },
  { key: 'osVersion', kind: 'text', value: (server) => server.osVersion },
  { key: 'kernel', kind: 'text', value: (server) => server.kernel, width: 22 },
  { key: 'architecture', kind: 'text', value: (server) => server.architecture },
  { key: 'cpuModel', kind: 'text', value: (server) => server.cpuModel, width: 26 },
  { key: 'vcpuCount', kind: 'integer', value: (server) => server.vcpuCount },
  { key: 'memGib', kind: 'gibibytes', value: (server) => gib(server.memBytes) },
  { key: 'diskGib', kind: 'gibibytes', value: (server) => gib(server.diskBytes) },
  { key: 'usedStorageGib', kind: 'gibibytes', value: (server) => gib(server.usedStorageBytes) },
  { key: 'cpuP95', kind: 'ratio', value: (server) => server.cpuP95Ratio },
  { key: 'memP95', kind: 'ratio', value: (server) => server.memP95Ratio },
  { key: 'sampleCount', kind: 'integer', value: (server) => server.sampleCount },
  { key: 'confidenceStars', kind: 'integer', value: (server) => server.confidenceStars },
  { key: 'packageCount', kind: 'integer', value: (server) => server.packageCount },
  { key: 'listenerCount', kind: 'integer', value: (server) => server.listenerCount },
  { key: 'environment', kind: 'text', value: (server) => server.environment },
  { key: 'scanState', kind: 'text', value: (server) => server.scanState },
  { key: 'lastErrorCode', kind: 'text', value: (server) => server.lastErrorCode },
  { key: 'lastSeenAt', kind: 'instant', value: (server) => server.lastSeenAt, width: 20 },
  { key: 'overridden', kind: 'text', value: (server) => server.overridden.join(' ') },
  { key: 'note', kind: 'text', value: (server) => server.note, width: 30 },
];

/** One row per server, as the inventory shows it. */
export function serversTable(dataset: ExportDataset): Table {
  return tableOf('servers', COLUMNS, dataset.servers);
}
