import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../../../shared/model/tracking.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { adoptionSpec } from '../lib/adoption-spec.ts';
import styles from '../overview.module.css';
import type { TargetOutcome } from '../use-overview.ts';

export interface AdoptionSectionProps {
  readonly progress: Progress | null;
  readonly planTargets: readonly TargetOutcome[];
}

/** The adoption curve and whether each target is met. */
export function AdoptionSection({ progress, planTargets }: AdoptionSectionProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const spec = useMemo(
    () => (progress === null ? null : adoptionSpec(progress, { date: t('adoption.date'), share: t('adoption.share'), plan: t('adoption.plan'), actual: t('adoption.actual'), proven: t('adoption.proven'), today: t('adoption.today'), target: (ratio) => format.ratio(ratio) })),
    [progress, t, format],
  );
  return (
    <Section title={t('adoption.title')}>
      {progress === null || spec === null ? <EmptyState title={t('adoption.empty.title')} text={t('adoption.empty.text')} /> : (
        <>
          <Chart title={t('adoption.finding', { adopted: format.ratio(progress.adoptedRatio), planned: format.ratio(progress.plannedRatioToday) })} spec={spec} format={(ratio) => format.ratio(ratio, 0)} note={t('adoption.note', { date: progress.asOf })} height={280} />
          <div className={styles.legend}>
            {planTargets.map((target) => (
              <div key={`${target.ratio} ${target.date}`} style={{ display: 'contents' }}>
                <span>{t('adoption.target', { ratio: format.ratio(target.ratio), date: target.date })}</span>
                <StatusMark kind={target.met ? 'done' : 'blocked'} label={target.met ? t('adoption.met', { date: target.reachedOn ?? '' }) : t('adoption.missed', { shortfall: format.count(target.shortfall) })} />
              </div>
            ))}
          </div>
        </>
      )}
    </Section>
  );
}
