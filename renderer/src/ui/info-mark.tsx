import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import styles from './metric.module.css';

export interface InfoMarkProps {
  /** What is explained, for the button's name. */
  readonly subject: string;
  readonly definition: string;
  readonly formula?: string | undefined;
  /** Where the rows are: "Inventory, filter state:scanned". */
  readonly source?: string | undefined;
}

/** The (i) of a figure: definition, formula, source rows. */
export function InfoMark({ subject, definition, formula, source }: InfoMarkProps) {
  const { t } = useTranslation('ui');
  return (
    <Popover withArrow position="bottom-start">
      <Popover.Target>
        <button type="button" className={`${styles.info} no-print`} aria-label={t('metric.explain', { subject })}>
          <Icon name="info" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.text}>
          <p>{definition}</p>
          {formula === undefined ? null : <code className={styles.formula}>{formula}</code>}
          {source === undefined ? null : <p className="muted">{t('metric.source', { source })}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
