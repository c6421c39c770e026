import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { useFormat } from '../use-format.ts';
import styles from './data-table.module.css';

export interface TableStatusProps {
  readonly selectedCount: number;
  readonly onCopy: () => void;
  readonly onClear: () => void;
  /** Actions on the selected rows. */
  readonly actions: ReactNode;
}

/** The line under a table while rows are selected: how many, and what can be done with them. */
export function TableStatus({ selectedCount, onCopy, onClear, actions }: TableStatusProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <div className={`${styles.status} no-print`} role="status">
      <strong>{t('table.selected', { count: selectedCount, replace: { count: format.count(selectedCount) } })}</strong>
      {actions}
      <span className={styles.spring} />
      <Button size="small" variant="quiet" icon="copy" onClick={onCopy}>{t('table.copyRows')}</Button>
      <Button size="small" variant="quiet" onClick={onClear}>{t('table.clearSelection')}</Button>
    </div>
  );
}
