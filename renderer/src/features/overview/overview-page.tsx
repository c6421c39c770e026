import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Metric } from '../../ui/metric.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AdoptionSection } from './components/adoption-section.tsx';
import { CoverageSection } from './components/coverage-section.tsx';
import { NextActionList } from './components/next-action-list.tsx';
import { nextActions } from './lib/next-actions.ts';
import styles from './overview.module.css';
import { useOverview, type Overview } from './use-overview.ts';

/** Where the programme stands and what comes next. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const { overview, error } = useOverview();
  if (overview === null) return <Page title={t('title')}>{error === null ? <LoadingState lines={12} /> : <ErrorState error={error} />}</Page>;
  return (
    <Page title={t('title')} scope={overview.status.name ?? undefined}>
      <div className={styles.overview}>
        <Figures overview={overview} />
        <div className={styles.halves}>
          <AdoptionSection progress={overview.progress} planTargets={overview.planTargets} />
          <div>
            <Section title={t('next.title')}>
              <NextActionList actions={nextActions(overview.facts)} lastRunId={overview.lastRunId} />
            </Section>
            <CoverageSection coverage={overview.coverage} />
          </div>
        </div>
      </div>
    </Page>
  );
}

/** Differences under a twentieth of a point are rounding. */
const ROUNDING = 0.0005;

function standing(behindRatio: number): 'behind' | 'ahead' | 'onPlan' {
  if (Math.abs(behindRatio) <= ROUNDING) return 'onPlan';
  return behindRatio > 0 ? 'behind' : 'ahead';
}

function Figures({ overview: { status, progress } }: { readonly overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const behind = progress === null ? null : progress.plannedRatioToday - progress.adoptedRatio;
  return (
    <div className={styles.figures}>
      <Metric label={t('figure.adopted.label')} value={format.ratio(progress?.adoptedRatio)} detail={behind === null ? t('figure.adopted.none') : t(`figure.adopted.${standing(behind)}`, { planned: format.ratio(progress?.plannedRatioToday) })} definition={t('figure.adopted.definition')} formula={t('figure.adopted.formula')} source={t('figure.adopted.source')} />
      <Metric label={t('figure.proven.label')} value={format.ratio(progress?.provenRatio)} detail={t('figure.proven.detail')} definition={t('figure.proven.definition')} source={t('figure.proven.source')} />
      <Metric label={t('figure.departments')} value={format.count(status.counts.departments)} />
      <Metric label={t('figure.systems')} value={format.count(status.counts.systems)} />
      <Metric label={t('figure.servers')} value={format.count(status.counts.servers)} />
    </div>
  );
}
