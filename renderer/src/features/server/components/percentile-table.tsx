import { useTranslation } from 'react-i18next';
import type { MetricProfile, ServerProfile } from '../../../../../shared/model/utilisation.ts';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { windowDays } from '../lib/load-finding.ts';
import { useMetricFormat } from './use-metric-format.ts';

const PERCENTILES = ['p50', 'p90', 'p95', 'p99', 'max', 'mean'] as const;

/** Percentiles never stand without their sample count, window and interval. */
export function PercentileTable({ profile }: { readonly profile: ServerProfile }) {
  const { t } = useTranslation(['server', 'profile']);
  const format = useFormat();
  return (
    <SimpleTable
      label={t('load.percentiles')}
      rows={profile.metrics}
      keyOf={(row) => row.metric}
      columns={[
        { key: 'metric', title: t('load.column.metric'), cell: (row) => <span style={{ whiteSpace: 'nowrap' }}>{t(`profile:metric.${row.metric}`)}</span> },
        ...PERCENTILES.map((key) => ({ key, title: t(`load.column.${key}`), align: 'right' as const, cell: (row: MetricProfile) => <Reading row={row} value={row.percentiles[key]} /> })),
        { key: 'upper', title: t('load.column.p95Upper'), align: 'right', cell: (row) => (row.p95UpperBound === null ? '-' : <Reading row={row} value={row.p95UpperBound} />) },
        { key: 'n', title: t('load.column.n'), align: 'right', cell: (row) => format.count(row.sampleCount) },
        { key: 'window', title: t('load.column.window'), align: 'right', cell: (row) => format.count(windowDays(row)) },
        { key: 'interval', title: t('load.column.interval'), align: 'right', cell: (row) => format.duration(row.intervalSeconds) },
        { key: 'source', title: t('load.column.source'), cell: (row) => <div style={{ minWidth: 150 }}>{`${t(`profile:source.${row.source}`)}, ${t(`profile:statistic.${row.statistic}`)}`}</div> },
      ]}
    />
  );
}

function Reading({ row, value }: { readonly row: MetricProfile; readonly value: number }) {
  const show = useMetricFormat(row.metric);
  return <>{show(value)}</>;
}
