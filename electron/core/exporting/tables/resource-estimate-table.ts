import { GIB } from '../../../../shared/kernel/quantities.ts';
import type { ExportDataset, ExportServer } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';

interface Row {
  readonly flavour: string | null;
  readonly basis: string;
  readonly servers: ExportServer[];
}

const total = (row: Row, value: (server: ExportServer) => number | null): number => row.servers.reduce((sum, server) => sum + (value(server) ?? 0), 0);

const COLUMNS: readonly Column<Row>[] = [
  { key: 'flavour', kind: 'text', value: (row) => row.flavour, width: 28 },
  { key: 'sizingBasis', kind: 'text', value: (row) => row.basis, width: 16 },
  { key: 'serverCount', kind: 'integer', value: (row) => row.servers.length },
  { key: 'currentVcpu', kind: 'integer', value: (row) => total(row, (server) => server.vcpuCount) },
  { key: 'requiredVcpu', kind: 'decimal', value: (row) => total(row, (server) => server.sizing.requiredVcpu) },
  { key: 'currentMemGib', kind: 'gibibytes', value: (row) => total(row, (server) => server.memBytes) / GIB },
  { key: 'requiredMemGib', kind: 'gibibytes', value: (row) => total(row, (server) => server.sizing.requiredMemBytes) / GIB },
  { key: 'usedStorageGib', kind: 'gibibytes', value: (row) => total(row, (server) => server.usedStorageBytes) / GIB },
  { key: 'pricePerMonth', kind: 'money', value: (row) => total(row, (server) => server.sizing.pricePerMonthMinor) / 100 },
];

/** What to order: servers by chosen flavour and by what the size rests on. Servers without a size are a row of their own. */
export function resourceEstimateTable(dataset: ExportDataset): Table {
  const rows = new Map<string, Row>();
  for (const server of dataset.servers) {
    const key = `${server.sizing.flavourId ?? ''}|${server.sizing.basis}`;
    const row = rows.get(key) ?? { flavour: server.flavourName, basis: server.sizing.basis, servers: [] };
    row.servers.push(server);
    rows.set(key, row);
  }
  const ordered = [...rows.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  return tableOf('resources', COLUMNS, ordered);
}
