import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricHistory, MetricProfile } from '../../../../../shared/model/utilisation.ts';
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { loadFinding } from '../lib/load-finding.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { useMetricFormat } from './use-metric-format.ts';

export interface DailyChartProps {
  readonly history: MetricHistory;
  readonly profile: MetricProfile | undefined;
  readonly server: ServerDetail['server'];
}

/** Mean and maximum of each day with the p95 as a line; the title says how much of the allocation is used. */
export function DailyChart({ history, profile, server }: DailyChartProps) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const show = useMetricFormat(history.metric);
  const isRatio = history.metric === 'cpuRatio' || history.metric === 'memRatio';
  const p95 = profile?.percentiles.p95;
  const spec = useMemo((): ChartSpec => ({
    kind: 'line',
    x: { kind: 'time', name: t('load.day') },
    y: { name: t('load.metric'), ...(isRatio ? { max: 1 } : {}) },
    series: [
      { name: t('load.dailyMean'), colour: 1, points: history.daily.map(([day, mean]) => [day, mean] as const) },
      { name: t('load.dailyMax'), colour: 2, points: history.daily.map(([day, , max]) => [day, max] as const), look: 'dashed' },
    ],
    ...(p95 === undefined ? {} : { marks: [{ axis: 'y' as const, value: p95, label: `p95 ${show(p95)}` }] }),
  }), [history, isRatio, p95, show, t]);
  return <Chart title={titleOf()} spec={spec} format={show} height={260} note={t('load.daily')} />;

  function titleOf(): string {
    if (profile === undefined) return t('load.daily');
    if (history.metric === 'cpuRatio' && server.vcpuCount !== null) {
      const finding = loadFinding(profile, server.vcpuCount);
      return t('load.findingCpu', { ratio: format.ratio(finding.p95Ratio), allocated: format.count(server.vcpuCount), amount: format.number(finding.p95Amount, 2) });
    }
    if (history.metric === 'memRatio' && server.memBytes !== null) {
      const finding = loadFinding(profile, server.memBytes);
      return t('load.findingMem', { ratio: format.ratio(finding.p95Ratio), allocated: format.bytes(server.memBytes), amount: format.bytes(finding.p95Amount) });
    }
    return t('load.findingPlain', { value: show(profile.percentiles.p95) });
  }
}
