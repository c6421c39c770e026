import { useTranslation } from 'react-i18next';
import styles from './filter-bar.module.css';

export interface FilterProblem {
  /** Character the reader could not understand, from 0. */
  readonly at: number;
  readonly reason: string;
}

/** The text from the place on where it was not understood, marked, with the reason. */
export function FilterProblemLine({ text, problem }: { readonly text: string; readonly problem: FilterProblem }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.problem} role="alert">
      <span className="mono">{text.slice(0, problem.at)}<mark>{text.slice(problem.at) || '␣'}</mark></span> {t('filter.problem', { at: problem.at + 1, reason: problem.reason })}
    </div>
  );
}
