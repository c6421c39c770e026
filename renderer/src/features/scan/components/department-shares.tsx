import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import type { CauseShare } from '../lib/department-parts.ts';
import styles from './run-view.module.css';

const SHOWN = 4;

export interface DepartmentSharesProps {
  readonly shares: readonly CauseShare[];
  readonly onChoose: (departmentName: string | null) => void;
}

/** Whose hosts are behind a cause; each narrows the list to them. */
export function DepartmentShares({ shares, onChoose }: DepartmentSharesProps) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? shares : shares.slice(0, SHOWN);
  const hidden = shares.length - shown.length;
  return (
    <ul className={styles.shares} aria-label={t('departments.title')}>
      {shown.map(({ departmentName, count }) => (
        <li key={departmentName ?? ''}>
          <button type="button" className={styles.share} onClick={() => onChoose(departmentName)}>{departmentName ?? t('departments.none')} <span className="muted">{format.count(count)}</span></button>
        </li>
      ))}
      {hidden === 0 ? null : <li><button type="button" className={styles.share} onClick={() => setAll(true)}>{t('departments.more', { count: hidden, number: format.count(hidden) })}</button></li>}
    </ul>
  );
}
