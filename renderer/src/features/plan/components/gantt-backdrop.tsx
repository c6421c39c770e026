import { useTranslation } from 'react-i18next';
import { freezeBands, monthTicks, xOf, type GanttScale } from '../lib/gantt-layout.ts';
import type { PlanView } from '../lib/plan-view.ts';
import styles from './gantt.module.css';

/** Behind the rows: month lines, hatched freezes, and a line at the end of each target's date. */
export function GanttBackdrop({ view, scale }: { readonly view: PlanView; readonly scale: GanttScale }) {
  const { t } = useTranslation('plan');
  return (
    <div className={styles.backdrop} style={{ width: scale.widthPx }} aria-hidden="true">
      {monthTicks(scale).map((tick) => <span key={tick.date} className={styles.monthLine} style={{ left: tick.x }} />)}
      {freezeBands(view, scale).map((band) => <span key={band.id} className={styles.freeze} style={{ left: band.x, width: band.widthPx }} title={t('gantt.freeze', { name: band.name, from: band.from, to: band.to })} />)}
      {view.plan.targets.map((target) => <span key={`${target.date} ${String(target.ratio)}`} className={`${styles.targetLine} ${target.met ? '' : styles.missed}`} style={{ left: xOf(scale, target.date) + scale.pixelsPerDay }} />)}
    </div>
  );
}
