import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '../../../../../shared/model/utilisation.ts';
import { ConfidenceStars } from '../../../ui/confidence-stars.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SegmentedField } from '../../../ui/fields/segmented-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { heatZone, type WeekStatistic } from '../lib/week-heat.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { ArchiveList } from './archive-list.tsx';
import { DailyChart } from './daily-chart.tsx';
import { PercentileTable } from './percentile-table.tsx';
import { WeekChart } from './week-chart.tsx';

/** The measured load: distribution with its sample count, hours of the week, days, and how far it can be trusted. */
export function LoadTab({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation(['server', 'profile']);
  const { profile, history } = detail;
  const [metric, setMetric] = useState<Metric>('cpuRatio');
  const [statistic, setStatistic] = useState<WeekStatistic>('mean');
  const [viewerOffsetMinutes] = useState(() => -new Date().getTimezoneOffset());
  const hostOffset = detail.facts?.identity?.timezoneOffset;
  const zone = useMemo(() => heatZone(hostOffset, viewerOffsetMinutes), [hostOffset, viewerOffsetMinutes]);
  if (profile === null || profile.metrics.length === 0) return <Stack gap={2}><EmptyState title={t('load.none.title')} text={t('load.none.text')} /><ArchiveList detail={detail} /></Stack>;
  const chosen = history?.metrics.find((one) => one.metric === metric) ?? history?.metrics[0];
  const { confidence } = profile;
  const label = t('load.confidence', { stars: confidence.stars, score: confidence.score });
  return (
    <Stack gap={2}>
      <Section title={label} actions={<ConfidenceStars stars={confidence.stars} label={label} />}>
        <ul style={{ margin: 0, paddingInlineStart: 16 }}>{confidence.reasons.map((reason) => <li key={reason}>{t(`profile:confidenceReason.${reason}`)}</li>)}</ul>
      </Section>
      <Section title={t('load.percentiles')}><PercentileTable profile={profile} /></Section>
      {history === null || chosen === undefined ? null : (
        <>
          <Row gap={4} wrap>
            <SegmentedField label={t('load.metric')} value={chosen.metric} onChange={setMetric} choices={history.metrics.map((one) => ({ value: one.metric, label: t(`profile:metric.${one.metric}`) }))} />
            <SegmentedField label={t('load.statisticLabel')} value={statistic} onChange={setStatistic} choices={(['mean', 'max'] as const).map((value) => ({ value, label: t(`load.statistic.${value}`) }))} />
          </Row>
          <WeekChart history={chosen} statistic={statistic} zone={zone} />
          <DailyChart history={chosen} server={detail.server} profile={profile.metrics.find((one) => one.metric === chosen.metric)} />
        </>
      )}
      <ArchiveList detail={detail} />
    </Stack>
  );
}
