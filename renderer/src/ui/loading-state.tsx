import { useTranslation } from 'react-i18next';
import styles from './state.module.css';

/** Grey lines in the place of what is being read; the layout stays still. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.lines} role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.skeleton} style={{ width: `${90 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  );
}
