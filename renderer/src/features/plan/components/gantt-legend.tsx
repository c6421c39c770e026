import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.tsx';
import styles from './gantt.module.css';

/** What the signs of the schedule mean. */
export function GanttLegend() {
  const { t } = useTranslation('plan');
  return (
    <ul className={styles.legend} aria-label={t('gantt.legend')}>
      <li><span className={styles.keyFreeze} />{t('gantt.legendFreeze')}</li>
      <li><span className={styles.keyCritical} />{t('gantt.legendCritical')}</li>
      <li><span className={styles.keyTarget} />{t('gantt.legendTarget')}</li>
      <li><span className={styles.pinMark}><Icon name="pin" size={12} /></span>{t('gantt.legendPinned')}</li>
      <li><span className={styles.violationMark}><Icon name="warning" size={12} /></span>{t('gantt.legendViolated')}</li>
    </ul>
  );
}
