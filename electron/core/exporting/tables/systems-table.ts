import { GIB } from '../../../../shared/kernel/quantities.ts';
import { CRITICALITIES } from '../../../../shared/model/service-system.ts';
import { TRACKING_STATES } from '../../../../shared/model/tracking.ts';
import type { ExportDataset, ExportSystem } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';
import { placementsByItem, type Placement } from './placements.ts';

type Row = ExportSystem & { readonly placement: Placement | undefined };

const COLUMNS: readonly Column<Row>[] = [
  { key: 'systemId', kind: 'text', value: (row) => row.id, hidden: true },
  { key: 'department', kind: 'text', value: (row) => row.departmentName, width: 22 },
  { key: 'system', kind: 'text', value: (row) => row.name, width: 28 },
  { key: 'systemCode', kind: 'text', value: (row) => row.code },
  { key: 'protectionLevel', kind: 'integer', value: (row) => row.protectionLevel },
  { key: 'classified', kind: 'text', value: (row) => (row.classified === null ? null : row.classified ? 'yes' : 'no') },
  { key: 'criticality', kind: 'text', value: (row) => row.criticality, choices: CRITICALITIES },
  { key: 'environment', kind: 'text', value: (row) => row.environment },
  { key: 'serverCount', kind: 'integer', value: (row) => row.serverCount },
  { key: 'vcpuCount', kind: 'integer', value: (row) => row.vcpuCount },
  { key: 'memGib', kind: 'gibibytes', value: (row) => row.memBytes / GIB },
  { key: 'usedStorageGib', kind: 'gibibytes', value: (row) => row.usedStorageBytes / GIB },
  { key: 'strategy', kind: 'text', value: (row) => row.strategy.strategy },
  { key: 'layer', kind: 'text', value: (row) => row.strategy.layer },
  // A rule without words of its own is told by its id, which cellText puts into the sentence of that rule.
  { key: 'strategyReason', kind: 'text', value: (row) => row.strategy.reason || row.strategy.ruleId, width: 36 },
  { key: 'effortPersonDays', kind: 'decimal', value: (row) => row.strategy.effortPersonDays },
  { key: 'pricePerMonth', kind: 'money', value: (row) => row.pricePerMonthMinor / 100 },
  { key: 'wave', kind: 'integer', value: (row) => row.placement?.waveIndex },
  { key: 'cutOverDate', kind: 'date', value: (row) => row.placement?.cutOverDate },
  { key: 'downtimeHours', kind: 'decimal', value: (row) => row.downtimeHours },
  { key: 'owner', kind: 'text', value: (row) => row.owner },
  { key: 'trackingState', kind: 'text', value: (row) => row.trackingState, choices: TRACKING_STATES, width: 16 },
  { key: 'trackedOn', kind: 'date', value: (row) => row.trackedOn },
  { key: 'unassignedReason', kind: 'text', value: (row) => row.placement?.unassignedReason, width: 18 },
  { key: 'note', kind: 'text', value: (row) => row.note, width: 30 },
];

/** One row per service system with its strategy, its wave and where it stands. */
export function systemsTable(dataset: ExportDataset): Table {
  const placements = placementsByItem(dataset.plan?.plan);
  return tableOf('systems', COLUMNS, dataset.systems.map((system) => ({ ...system, placement: placements.get(system.id) })));
}
