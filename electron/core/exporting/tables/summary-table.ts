import type { ExportDataset } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';

interface Row {
  readonly item: string;
  readonly value: string | number | null;
}

/** `item` is an i18n key under `exports:summary`; the writer puts its sentence there. */
const COLUMNS: readonly Column<Row>[] = [
  { key: 'item', kind: 'text', value: (row) => row.item, width: 46 },
  { key: 'value', kind: 'decimal', value: (row) => row.value, width: 40 },
];

function planRows(dataset: ExportDataset): Row[] {
  if (dataset.plan === null) return [{ item: 'noPlan', value: null }];
  const { plan, name, revision } = dataset.plan;
  return [
    { item: 'planName', value: name },
    { item: 'planRevision', value: revision },
    { item: 'planHash', value: plan.planHash },
    { item: 'waveCount', value: plan.waves.length },
    { item: 'assignedCount', value: plan.assignments.length },
    { item: 'unassignedCount', value: plan.unassigned.length },
    { item: 'violationCount', value: plan.violations.length },
    ...plan.targets.flatMap((target) => [
      { item: 'targetRatio', value: target.ratio },
      { item: 'targetDate', value: target.date },
      { item: 'targetReachedOn', value: target.reachedOn },
      { item: 'targetShortfall', value: target.shortfall },
    ]),
  ];
}

/** The first sheet: what the file is about, the figures that matter, and what they were computed from. */
export function summaryTable(dataset: ExportDataset): Table {
  const progress = dataset.progress;
  return tableOf('summary', COLUMNS, [
    { item: 'project', value: dataset.projectName },
    { item: 'asOf', value: dataset.asOf },
    { item: 'departmentCount', value: dataset.departments.length },
    { item: 'systemCount', value: dataset.systems.length },
    { item: 'serverCount', value: dataset.servers.length },
    { item: 'scannedCount', value: dataset.servers.filter((server) => server.scanState === 'scanned' || server.scanState === 'partial').length },
    { item: 'currency', value: dataset.currency },
    { item: 'pricePerMonth', value: dataset.servers.reduce((sum, server) => sum + (server.sizing.pricePerMonthMinor ?? 0), 0) / 100 },
    ...(progress === null ? [] : [
      { item: 'measure', value: progress.measure },
      { item: 'adoptedRatio', value: progress.adoptedRatio },
      { item: 'provenRatio', value: progress.provenRatio },
      { item: 'plannedRatioToday', value: progress.plannedRatioToday },
    ]),
    ...planRows(dataset),
  ]);
}

const DEFINITIONS = ['adoptionRate', 'proven', 'cpuP95', 'memP95', 'confidenceStars', 'sizing', 'effort', 'price', 'wave', 'cutOverDate', 'moveGroup', 'unassigned', 'teamLoad', 'linkLoad', 'unknown', 'ids'] as const;

/** The last sheet: what each figure means and how it is made. Both columns are i18n keys. */
export function definitionsTable(): Table {
  return tableOf<string>('definitions', [
    { key: 'term', kind: 'text', value: (term) => term, width: 26 },
    { key: 'definition', kind: 'text', value: (term) => term, width: 110 },
  ], DEFINITIONS);
}
