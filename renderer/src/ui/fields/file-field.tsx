import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './file-field.module.css';

export interface FileFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of the chosen file. */
  readonly fileName: string | null;
  /** Opens the shell's way of choosing (`useHost().pickFile`). */
  readonly onPick: () => void;
  readonly error?: string | undefined;
  readonly busy?: boolean;
}

/** A file chosen through the shell: a dialog on the desktop, an upload in the browser. */
export function FileField({ label, hint, fileName, onPick, error, busy = false }: FileFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="group" aria-label={label}>
      <div className={styles.label}>{label}</div>
      <div className={styles.box}>
        <Icon name="file" />
        <span className={styles.name}>{fileName ?? <span className="muted">{hint}</span>}</span>
        <Button size="small" loading={busy} onClick={onPick}>{fileName === null ? t('file.choose') : t('file.change')}</Button>
      </div>
      {error === undefined ? null : <div className={styles.error} role="alert">{error}</div>}
    </div>
  );
}
