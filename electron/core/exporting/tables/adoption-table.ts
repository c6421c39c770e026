import { ADOPTION_MEASURES } from '../../../../shared/model/plan.ts';
import type { ExportDataset } from '../dataset.ts';
import { tableOf, type Column, type Table } from '../table.ts';

interface Row {
  readonly measure: string;
  readonly series: 'plan' | 'actual' | 'proven';
  readonly date: string;
  readonly adopted: number;
  readonly total: number;
  readonly ratio: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'measure', kind: 'text', value: (row) => row.measure },
  { key: 'series', kind: 'text', value: (row) => row.series },
  { key: 'date', kind: 'date', value: (row) => row.date },
  { key: 'adopted', kind: 'integer', value: (row) => row.adopted },
  { key: 'total', kind: 'integer', value: (row) => row.total },
  { key: 'adoptionRatio', kind: 'ratio', value: (row) => row.ratio },
];

/** The S-curve as data: planned adoption in every measure, actual and proven in the measure of the programme. */
export function adoptionTable(dataset: ExportDataset): Table {
  const rows: Row[] = [];
  for (const measure of ADOPTION_MEASURES) {
    for (const point of dataset.plan?.plan.adoption[measure] ?? []) rows.push({ measure, series: 'plan', ...point });
  }
  const progress = dataset.progress;
  for (const point of progress?.actual ?? []) rows.push({ measure: progress?.measure ?? '', series: 'actual', ...point });
  for (const point of progress?.proven ?? []) rows.push({ measure: progress?.measure ?? '', series: 'proven', ...point });
  return tableOf('adoption', COLUMNS, rows);
}
