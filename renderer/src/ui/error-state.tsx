import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError, type ErrorText } from '../../../shared/i18n/describe-error.ts';
import { Button } from './button.tsx';
import styles from './state.module.css';
import { useLanguage } from './use-language.ts';

/** The part of an `AppError` that is told. */
export interface ToldError {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface ErrorTextBlockProps {
  readonly text: ErrorText;
}

/** What happened, why it may be, what to do. */
export function ErrorTextBlock({ text }: ErrorTextBlockProps) {
  const { t } = useTranslation('ui');
  return (
    <>
      {text.what === '' ? null : <p>{text.what}</p>}
      <dl className={styles.list}>
        {text.why === undefined ? null : (
          <>
            <dt>{t('error.why')}</dt>
            <dd>{text.why}</dd>
          </>
        )}
        {text.next === undefined ? null : (
          <>
            <dt>{t('error.next')}</dt>
            <dd>{text.next}</dd>
          </>
        )}
      </dl>
    </>
  );
}

export interface ErrorStateProps {
  readonly error: ToldError;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
}

/** In the place of content that could not be read. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const text = describeError(useLanguage(), error.code, error.params);
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{text.title}</p>
      <ErrorTextBlock text={text} />
      <p className="muted mono">{error.code}</p>
      <div className={styles.actions}>
        {action}
        {onRetry === undefined ? null : <Button icon="refresh" onClick={onRetry}>{t('error.retry')}</Button>}
      </div>
    </div>
  );
}
