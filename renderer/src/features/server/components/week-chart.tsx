import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricHistory } from '../../../../../shared/model/utilisation.ts';
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { busiestHour, coveredHours, hourText, weekHeat, zoneText, type HeatZone, type WeekStatistic } from '../lib/week-heat.ts';
import { useMetricFormat } from './use-metric-format.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Hour-of-week heat map; its title names the busiest hour. */
export function WeekChart({ history, statistic, zone }: { readonly history: MetricHistory; readonly statistic: WeekStatistic; readonly zone: HeatZone }) {
  const { t } = useTranslation('server');
  const show = useMetricFormat(history.metric);
  const cells = useMemo(() => weekHeat(history, statistic, zone), [history, statistic, zone]);
  const busiest = busiestHour(cells);
  const dayName = (day: number): string => DAYS.filter((one) => one === day).map((one) => t(`load.weekday.${one}`)).join('');
  const isRatio = history.metric === 'cpuRatio' || history.metric === 'memRatio';
  // The scale ends just above the busiest hour (in tenths for shares), else a quiet server would be one colour.
  const max = isRatio ? Math.max(0.1, Math.ceil((busiest?.value ?? 1) * 10) / 10) : Math.max(1, busiest?.value ?? 1);
  const spec = useMemo((): ChartSpec => ({
    kind: 'heat',
    columnName: t('load.hourRow'),
    columns: Array.from({ length: 24 }, (_unused, hour) => (zone.offsetMinutes % 60 === 0 ? String(hour) : hourText(hour, zone))),
    rowName: t('load.day'),
    rows: DAYS.map((day) => t(`load.weekday.${day}`)),
    cells: cells.map((cell) => [cell.hour, cell.day, cell.value] as const),
    max,
    valueName: t(`load.statistic.${statistic}`),
  }), [cells, max, statistic, t, zone]);
  const title = busiest === undefined || busiest.value === null ? t('load.heatNoSamples') : t('load.busiest', { day: dayName(busiest.day), time: hourText(busiest.hour, zone), value: show(busiest.value) });
  return <Chart title={title} spec={spec} format={show} height={260} note={t('load.heatNote', { heat: t('load.heat', { statistic: t(`load.statistic.${statistic}`) }), zone: t(`load.zone.${zone.of}`, { zone: zoneText(zone) }), covered: t('load.covered', { count: coveredHours(cells) }) })} />;
}
