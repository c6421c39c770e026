import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import { minorTicks, monthLabel, monthTicks, xOf, type GanttScale, type GanttZoom } from '../lib/gantt-layout.ts';
import type { PlanView } from '../lib/plan-view.ts';
import styles from './gantt.module.css';

export interface GanttHeadProps {
  readonly scale: GanttScale;
  readonly zoom: GanttZoom;
  readonly targets: PlanView['plan']['targets'];
}

/** Months, below them Mondays or days, and the shares to be reached with their dates. */
export function GanttHead({ scale, zoom, targets }: GanttHeadProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  return (
    <div className={styles.head} role="row" aria-rowindex={1} style={{ width: `calc(var(--gantt-names) + ${String(scale.widthPx)}px)` }}>
      <div className={styles.headName} role="columnheader">{t('gantt.name')}</div>
      <div className={styles.headTime} role="columnheader" style={{ width: scale.widthPx }}>
        {monthTicks(scale).map((tick) => <span key={tick.date} className={styles.month} style={{ left: tick.x, width: tick.widthPx }}>{monthLabel(scale, tick.date)}</span>)}
        {minorTicks(scale, zoom).map((tick) => <span key={tick.date} className={styles.minor} style={{ left: tick.x, width: tick.widthPx }}>{zoom === 'days' ? tick.date.slice(8) : tick.date.slice(5)}</span>)}
        {targets.map((target) => (
          <span key={`${target.date} ${String(target.ratio)}`} className={`${styles.targetLabel} ${zoom === 'months' ? styles.lower : ''} ${target.met ? '' : styles.missed}`} style={{ left: xOf(scale, target.date) + scale.pixelsPerDay }}>{t('target.line', { ratio: format.ratio(target.ratio), date: target.date })}</span>
        ))}
      </div>
    </div>
  );
}
