import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import styles from './field-list.module.css';

export interface FieldListProps<Entry> {
  /** What one entry is called, for the names of its buttons. */
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly keyOf: (entry: Entry, index: number) => string;
  readonly nameOf: (entry: Entry, index: number) => string;
  /** The fields of one entry, side by side. */
  readonly fields: (entry: Entry, index: number) => ReactNode;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  /** The list must keep one entry. */
  readonly keepOne?: boolean;
}

/** A list of small forms with a line for each entry. */
export function FieldList<Entry>({ label, entries, keyOf, nameOf, fields, addLabel, onAdd, onRemove, keepOne = false }: FieldListProps<Entry>) {
  const { t } = useTranslation('plan');
  return (
    <div className={styles.list}>
      {entries.length === 0 ? <p className="muted">{t('settings.none')}</p> : null}
      {entries.map((entry, index) => (
        <div key={keyOf(entry, index)} className={styles.entry} role="group" aria-label={t('settings.row', { label, index: index + 1 })}>
          <div className={styles.fields}>{fields(entry, index)}</div>
          {keepOne && entries.length === 1 ? null : <span className={styles.remove}><IconButton icon="trash" label={t('settings.remove', { name: nameOf(entry, index) })} onClick={() => onRemove(index)} /></span>}
        </div>
      ))}
      <div><Button size="small" icon="plus" onClick={onAdd}>{addLabel}</Button></div>
    </div>
  );
}
