import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../../shared/model/campaign.ts';
import { useCall } from '../../../api/use-call.ts';
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { coveredHours, coverageWeek } from '../lib/coverage-week.ts';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Which hours of the week have samples, and of how many of the servers. */
export function CoverageChart({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const answer = useCall('campaign.getCoverage', { campaignId: campaign.id }, { keepPrevious: true });
  const cells = useMemo(() => coverageWeek(answer.data?.cells ?? [], answer.data?.servers ?? 0, campaign.plan.utcOffsetMinutes), [answer.data, campaign]);
  const spec = useMemo((): ChartSpec => ({
    kind: 'heat', columnName: t('coverage.hour'), rowName: t('coverage.day'), valueName: t('coverage.value'), max: 1,
    columns: Array.from({ length: 24 }, (_unused, hour) => String(hour)),
    rows: DAYS.map((day) => t(`weekday.${day}`)),
    cells: cells.map((cell) => [cell.hour, cell.day, cell.share] as const),
  }), [cells, t]);
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <LoadingState lines={8} />;
  const covered = coveredHours(cells);
  const title = covered === 0 ? t('coverage.none') : t('coverage.title', { covered: format.count(covered), share: format.ratio(answer.data.meanHourShare) });
  return <Chart title={title} spec={spec} format={format.ratio} height={300} note={t('coverage.note')} />;
}
