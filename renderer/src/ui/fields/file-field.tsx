import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './file-field.module.css';

export interface FileFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of the chosen file. */
  readonly fileName: string | null;
  /** Opens the shell's way of choosing (`useFileChoice().pick`). */
  readonly onPick: () => void;
  /** Takes a file dropped on the field; undefined where the shell cannot. */
  readonly onDrop?: ((file: File) => void) | undefined;
  readonly error?: string | undefined;
  readonly busy?: boolean;
}

/** A file chosen through the shell (a dialog on the desktop, an upload in the browser) or, in the browser, dropped here. */
export function FileField({ label, hint, fileName, onPick, onDrop, error, busy = false }: FileFieldProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onDrop?.(file);
  };
  const target = onDrop === undefined ? {} : { onDragOver: drag, onDragLeave: () => setOver(false), onDrop: drop };
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-name`}>
      <div id={`${id}-label`} className={styles.label}>{label}</div>
      <div className={over ? `${styles.box} ${styles.over}` : styles.box} {...target}>
        <Icon name="file" />
        <span id={`${id}-name`} className={fileName === null ? styles.hint : styles.name} role="status">{fileName ?? hint}{fileName === null && onDrop !== undefined ? <> {t('file.drop')}</> : null}</span>
        <Button size="small" loading={busy} label={`${label}: ${fileName === null ? t('file.choose') : t('file.change')}`} onClick={onPick}>{fileName === null ? t('file.choose') : t('file.change')}</Button>
      </div>
      {error === undefined ? null : <div className={styles.error} role="alert">{error}</div>}
    </div>
  );
}
