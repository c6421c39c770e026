import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../../../shared/model/tracking.ts';
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { progressFinding, sCurve } from '../lib/s-curve.ts';

/** The S-curve: plan, claimed and proven adoption, the targets and today. */
export function AdoptionChart({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('progress');
  const format = useFormat();
  const curve = useMemo(() => sCurve(progress), [progress]);
  const spec = useMemo((): ChartSpec => ({
    kind: 'line',
    x: { kind: 'time', name: t('chart.date') },
    y: { name: t('chart.axis'), max: 1 },
    series: [
      { name: t('series.plan'), colour: 1, points: curve.plan, look: 'step' },
      { name: t('series.actual'), colour: 2, points: curve.actual, look: 'step' },
      { name: t('series.proven'), colour: 3, points: curve.proven, look: 'step' },
    ],
    marks: [
      ...progress.targets.map((target) => ({ axis: 'y' as const, value: target.ratio, label: t('chart.target', { ratio: format.ratio(target.ratio), date: target.date }) })),
      { axis: 'x', value: progress.asOf, label: t('chart.today') },
    ],
  }), [curve, progress, t, format]);
  const finding = progressFinding(progress);
  const adopted = format.ratio(progress.adoptedRatio);
  const title = finding.kind === 'onPlan' ? t('finding.onPlan', { adopted }) : t(`finding.${finding.kind}`, { adopted, points: format.number(finding.points) });
  return <Chart title={title} spec={spec} format={format.ratio} height={360} note={t('asOf', { date: format.day(progress.asOf) })} />;
}
